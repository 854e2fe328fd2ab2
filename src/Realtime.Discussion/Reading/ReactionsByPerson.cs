using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>
/// What each person has reacted to in one thread: made when first asked for, then kept current event by event. Not safe for concurrent use: the replica's lock guards
/// it together with the thread.
/// </summary>
public sealed class ReactionsByPerson(ArticleThread thread)
{
    private const int MaxComments = 1_000;

    private Dictionary<UserId, SortedSet<int>>? _numbers;

    /// <summary>The kinds that the person gave, by the comment's number.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Of(UserId person)
    {
        if (_numbers is null) Begin();
        return _numbers!.TryGetValue(person, out var numbers)
            ? numbers.Reverse().Where(number => thread.Find(number) is { IsPublished: true }).Take(MaxComments).Reverse()
                .ToDictionary(number => number, number => thread.Find(number)!.Reactions.Of(person))
            : new Dictionary<int, IReadOnlyList<string>>();
    }

    /// <summary>Tells that an event has just been applied to the thread.</summary>
    public void Follow(ThreadEvent @event)
    {
        switch (@event)
        {
            case Reactions.ReactionChanged reaction when _numbers is not null: Touch(reaction.By, reaction.Number); break;
            case Privacy.PersonErased erased: _numbers?.Remove(erased.User); break;
        }
    }

    private void Begin()
    {
        _numbers = [];
        for (var number = 1; number <= thread.LastNumber; number++)
            foreach (var person in thread.Find(number)!.Reactions.People.SelectMany(kind => kind.Value).ToHashSet())
                Touch(person, number);
    }

    private void Touch(UserId person, int number)
    {
        var has = thread.Find(number)?.Reactions.Of(person).Count > 0;
        if (!_numbers!.TryGetValue(person, out var numbers))
        {
            if (!has) return;
            _numbers[person] = numbers = [];
        }

        _ = has ? numbers.Add(number) : numbers.Remove(number);
    }
}
