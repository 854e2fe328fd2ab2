using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Refusals;

namespace Realtime.Server.Commenting;

/// <summary>The way to a thread's read copy, the same over HTTP and on the hub.</summary>
internal sealed class ThreadReads(IThreadReplicas replicas, IOptions<DiscussionRules> rules)
{
    /// <summary>
    /// The copy. An article that nobody has registered reads as an empty thread where articles need no registration, and is refused elsewhere.
    /// </summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async ValueTask<Answer<IThreadReplica>> OpenAsync(ThreadKey thread, CancellationToken cancellation)
    {
        var replica = await replicas.OpenAsync(thread, cancellation);
        return replica.Exists || rules.Value.LazyArticles ? new Answer<IThreadReplica>(replica, null) : RefusalCode.ArticleUnknown;
    }

    /// <summary>The comments of each thread that readers can see; 0 where there is no thread.</summary>
    public Task<int[]> CountAsync(IEnumerable<ThreadKey> threads, CancellationToken cancellation) =>
        Task.WhenAll(threads.Select(async thread => (await replicas.OpenAsync(thread, cancellation)).CommentCount));
}
