using Realtime.Discussion.Addressing;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;

namespace Realtime.Discussion.Projections;

/// <summary>One comment in a person's history.</summary>
public sealed record PersonComment(ThreadKey Thread, int Number, DateTimeOffset At, CommentStatus Status);

/// <summary>Who has written what on a site, and under which names. Every method throws <see cref="JournalUnavailableException"/> when the store cannot be asked.</summary>
public interface IPeople
{
    /// <summary>The person's comments, the newest first.</summary>
    Task<IReadOnlyList<PersonComment>> HistoryAsync(SiteId site, UserId person, int max, CancellationToken cancellation);

    /// <summary>How many comments the person has written, whatever became of them.</summary>
    Task<long> CountAsync(SiteId site, UserId person, CancellationToken cancellation);

    /// <summary>Who of those that have signed in writes under this name or one that looks like it (<see cref="FoldedNames"/>); null when nobody does.</summary>
    Task<UserId?> HolderOfAsync(SiteId site, string name, CancellationToken cancellation);

    Task KeepAsync(ArticleFacts facts);

    /// <summary>Forgets the person: their history and their names.</summary>
    Task ForgetAsync(SiteId site, UserId person);

    Task ClearAsync(SiteId site);
}
