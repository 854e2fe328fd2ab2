using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Replicas;

/// <summary>The read copies on this host: one per thread that somebody here reads. A read never calls the thread's grain.</summary>
public interface IThreadReplicas
{
    /// <summary>
    /// This host's copy, opened from snapshot and journal when there is none yet, and at least as new as every position answered before the call.
    /// For a copy that is open already the last is the poster's part: before it tells anybody here of an answered position it has
    /// <see cref="IThreadReplica.ReachAsync"/> wait for it. It is kept while anybody follows it and for a while after the last read.
    /// </summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">There is no copy yet, and the store cannot be read.</exception>
    ValueTask<IThreadReplica> OpenAsync(ThreadKey key, CancellationToken cancellation);

    /// <summary>The copy, if this host has one open.</summary>
    IThreadReplica? Find(ThreadKey key);
}

/// <summary>One thread's read copy. All members may be called from any thread at any time; a call sees one consistent position.</summary>
public interface IThreadReplica
{
    ThreadKey Key { get; }

    /// <summary>The place after the last event taken in.</summary>
    ThreadPosition Position { get; }

    /// <summary>Whether the publisher or a commenter has begun the thread.</summary>
    bool Exists { get; }

    /// <summary>Comments that readers can see.</summary>
    int CommentCount { get; }

    ValueTask<ThreadPage> PageAsync(ThreadSort sort, PageCursor? cursor, int limit, CancellationToken cancellation);

    /// <summary>The comments that these answer and that are not among them, in order.</summary>
    ValueTask<IReadOnlyList<CommentView>> AnsweredAsync(IReadOnlyCollection<int> numbers, CancellationToken cancellation);

    /// <summary>A page of the conversation below a comment, oldest first; empty when the thread has no such number.</summary>
    ValueTask<ThreadPage> UnderAsync(int number, PageCursor? cursor, int limit, CancellationToken cancellation);

    /// <summary>The comment with the conversation above it; null when the viewer knows of no such number.</summary>
    ValueTask<CommentInContext?> CommentAsync(int number, Viewer viewer, CancellationToken cancellation);

    /// <summary>What only this person sees: their comments that readers do not see, and their reactions. Put it into a page's <see cref="ThreadPage.You"/>.</summary>
    ValueTask<OwnView> OwnAsync(UserId person, CancellationToken cancellation);

    /// <summary>The rule-relevant facts of a comment, as of now; null when the thread has no such number.</summary>
    CommentFacts? Facts(int number);

    /// <summary>The words of one revision, whatever the comment's status: for its author, moderators, and checking quotes. Null when there are none.</summary>
    ValueTask<CommentWords?> WordsAsync(int number, int revision, CancellationToken cancellation);

    /// <summary>What is told of a comment to those outside the thread, with what screening found in it; null when the thread has no such number.</summary>
    ValueTask<ArticleFacts?> FactAsync(int number, CancellationToken cancellation);

    /// <summary>Who has reported a comment, with what they said. For moderators.</summary>
    ValueTask<IReadOnlyList<ReportInFull>> ReportsAsync(int number, CancellationToken cancellation);

    /// <summary>
    /// What happened behind <paramref name="since"/>, about <paramref name="maxEvents"/> events of it (then <see cref="ThreadChanges.More"/> is set); an empty range
    /// when nothing did. Null when the position is of another epoch or ahead of this copy's journal: the reader must reset.
    /// Answers without waiting when the events are recent.
    /// </summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">What is not here could not be read: nobody needs to reset for that, ask again.</exception>
    ValueTask<ThreadChanges?> ChangesAsync(ThreadPosition since, int maxEvents, CancellationToken cancellation);

    /// <summary>
    /// Has <paramref name="advanced"/> called after every step forward and every change of epoch, outside all locks, possibly from several threads
    /// and late: it is a hint to look at <see cref="Position"/>. It must return at once. Dispose the answer to stop.
    /// <paramref name="attended"/> is called likewise when <see cref="Elsewhere"/> has changed.
    /// </summary>
    IDisposable Follow(Action advanced, Action? attended = null);

    /// <summary>Tells the other hosts who is there on this one. Call it when that has changed, at most once a second; it returns at once.</summary>
    void Attend(Attendance here);

    /// <summary>Who is there on the other hosts together, as this one was last told: about a second late, and for up to a minute with the readers of a host that died.</summary>
    Attendance Elsewhere { get; }

    /// <summary>Returns true as soon as the copy has reached the position (or a newer epoch), false after <paramref name="patience"/>.</summary>
    ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation);

    /// <summary>Returns true when all that was in the journal at the call is in this copy, which costs a reading of the journal; false when it could not be read.</summary>
    ValueTask<bool> RefreshAsync(CancellationToken cancellation);

    /// <summary>Who writes in the thread.</summary>
    IThreadPeople People { get; }
}

/// <summary>What a host must know of a comment to check a request about it.</summary>
public readonly record struct CommentFacts(UserId AuthorId, CommentStatus Status, int Revision)
{
    public DateTimeOffset CreatedAt { get; init; }

    public int? ReplyTo { get; init; }

    /// <summary>The client's own id of the last edit.</summary>
    public string? LastEditId { get; init; }
}

/// <summary>A report with the reporter's own words, if there are any.</summary>
public sealed record ReportInFull(Report Report, string? Detail);
