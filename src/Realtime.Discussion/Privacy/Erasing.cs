using System.Globalization;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// Have a thread forget a person: their words, their name, their reactions. Numbers, places and the answers of others stay. For the person themselves, and
/// for moderators. The journal's bytes are rewritten by the host (<see cref="Redaction"/>).
/// </summary>
[GenerateSerializer, Immutable, Alias("erase-person")]
public sealed record ErasePerson : ThreadCommand
{
    [Id(0)]
    public required UserId User { get; init; }

    /// <summary>
    /// The host has found the person in the journal (<see cref="JournalSurvey"/>): what they took back, an old name, a quote that was edited away stand there although
    /// the thread no longer knows of them.
    /// </summary>
    [Id(1)]
    public bool IsInJournal { get; init; }
}

/// <summary>The person, and what readers must be told of: the event says it, because afterwards nothing does.</summary>
public sealed record PersonErased : ThreadEvent
{
    public required UserId User { get; init; }

    /// <summary>Who they are from now on, in reports that still count and in the rewritten journal: nobody in particular, but not the same as others erased.</summary>
    public required UserId As { get; init; }

    /// <summary>Their comments.</summary>
    public IReadOnlyList<int>? Comments { get; init; }

    /// <summary>The comments that they had reacted to.</summary>
    public IReadOnlyList<int>? Reacted { get; init; }

    /// <summary>The comments of others that speak to them.</summary>
    public IReadOnlyList<int>? Named { get; init; }
}

internal static class ErasingRules
{
    public static Decision Decide(ArticleThread thread, ErasePerson command, DateTimeOffset now)
    {
        if (!command.Actor.MayModerate && command.Actor.Id != command.User) return Decision.Refuse(RefusalCode.NotAllowed);
        var all = Enumerable.Range(1, thread.LastNumber).Select(number => thread.Find(number)!).Where(comment => HasTraceOf(comment, command.User)).ToList();
        if (all.Count == 0 && !command.IsInJournal) return Decision.Already();
        var others = all.Where(comment => comment.Author.Id != command.User).ToList();
        return Decision.Accept(new PersonErased
        {
            At = now,
            By = command.Actor.Id,
            User = command.User,
            As = new UserId(string.Create(CultureInfo.InvariantCulture, $"realtime:erased:{thread.Sequence + 1}")),
            Comments = Numbers(all.Where(comment => comment.Author.Id == command.User)),
            Reacted = Numbers(others.Where(comment => comment.Reactions.Of(command.User).Count > 0)),
            Named = Numbers(others.Where(comment => comment.Addressing.Names(command.User))),
        });
    }

    private static bool HasTraceOf(Comment comment, UserId user) =>
        comment.Author.Id == user || comment.Reactions.Of(user).Count > 0 || comment.Addressing.Names(user)
        || comment.IsReportedBy(user) || comment.Judgement?.By.Id == user;

    private static IReadOnlyList<int>? Numbers(IEnumerable<Comment> comments) => PostingRules.OrNull([.. comments.Select(comment => comment.Number)]);
}
