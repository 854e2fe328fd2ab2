using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Projections;

/// <summary>
/// How far each projection has come with each thread, and which threads may be ahead of theirs. A thread marks itself before it appends, so that one whose
/// silo dies directly behind the acknowledgement is found. Every method throws <see cref="JournalUnavailableException"/> when the store cannot be asked.
/// </summary>
public interface IProjectionProgress
{
    /// <summary>Notes that the thread may soon have events that no projection has seen.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="opening">The opening of the journal by which it is written.</param>
    Task MarkAsync(ThreadKey thread, long opening);

    /// <summary>Takes the mark of this opening back; one that a later opening has set stays.</summary>
    Task ClearAsync(ThreadKey thread, long opening);

    /// <summary>The threads that are marked.</summary>
    Task<IReadOnlyList<ThreadKey>> MarkedAsync();

    /// <summary>What the projection has taken in of the thread; the default when it has taken in nothing.</summary>
    Task<ThreadPosition> ReachedAsync(string projection, ThreadKey thread);

    Task ReachAsync(string projection, ThreadKey thread, ThreadPosition position);

    /// <summary>The projection has taken in nothing of this site any more.</summary>
    Task ForgetAsync(string projection, SiteId site);

    /// <summary>Every thread of the site that has a journal, in no order. Reads through the keys of the whole store: for rebuilding only.</summary>
    IAsyncEnumerable<ThreadKey> ThreadsAsync(SiteId site, CancellationToken cancellation);

    /// <summary>Every site that has a journal of any kind, in no order. Reads through the keys of the whole store: for erasures only.</summary>
    IAsyncEnumerable<SiteId> SitesAsync(CancellationToken cancellation);

    /// <summary>Everybody who has something of their own on the site (an inbox, say), in no order. Reads through the keys of the whole store: for erasures only.</summary>
    IAsyncEnumerable<UserId> CommentersAsync(SiteId site, CancellationToken cancellation);
}
