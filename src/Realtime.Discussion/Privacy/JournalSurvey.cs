using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// What a thread's journal tells an erasure, which the thread's state does not: whether anything of a person stands in any entry, and what is to stand in an entry's
/// place. Give it every entry from the first on, in order.
/// </summary>
/// <param name="person">Whom to look for.</param>
public sealed class JournalSurvey(UserId person)
{
    private readonly PersonErased _search = new() { At = default, By = UserId.Erased, User = person, As = UserId.Erased };
    private readonly Dictionary<int, UserId> _authors = [];
    private readonly SortedDictionary<long, PersonErased> _unfinished = [];

    /// <summary>Something of the person stands behind every erasure of them that is still to be carried out: it needs another.</summary>
    public bool Finds { get; private set; }

    /// <summary>Somebody has been erased, and the entries are not, or not all, rewritten.</summary>
    public bool IsUnfinished => _unfinished.Count > 0;

    public void Take(long sequence, ThreadEvent @event)
    {
        if (Redaction.AuthorIn(@event) is var (number, author)) _authors.TryAdd(number, author);
        var erasure = @event is PersonErased erased && erased.User != erased.As ? erased : null;
        if (erasure is not null) _unfinished[sequence] = erasure;
        Finds = erasure?.User != person && (Finds || Redaction.Of(@event, _search, AuthorOf) is not null);
    }

    /// <summary>Whether the entry is an erasure that is still to be carried out: rewritten last, because nothing else tells that there is something left to do.</summary>
    public bool IsErasure(long sequence) => _unfinished.ContainsKey(sequence);

    /// <summary>
    /// The event to put in an entry's place; null to leave it. An erasure concerns what stands before it: who has come back since is somebody new, and another erasure
    /// of theirs knows them by another name.
    /// </summary>
    public ThreadEvent? Redact(long sequence, ThreadEvent @event)
    {
        var redacted = @event;
        foreach (var (at, erasure) in _unfinished)
            if (at >= sequence)
                redacted = Redaction.Of(redacted, erasure, AuthorOf) ?? redacted;
        return ReferenceEquals(redacted, @event) ? null : redacted;
    }

    private UserId? AuthorOf(int number) => _authors.TryGetValue(number, out var author) ? author : null;
}
