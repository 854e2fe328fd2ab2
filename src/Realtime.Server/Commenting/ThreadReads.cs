using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Refusals;

namespace Realtime.Server.Commenting;

/// <summary>The way to a thread's read copy, the same over HTTP and on the hub.</summary>
internal sealed class ThreadReads(IThreadReplicas replicas, ICounts counts, IOptions<DiscussionRules> rules)
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

    /// <summary>
    /// The comments that readers can see under each article; 0 where there is no thread. Exact where this host reads the thread anyhow, elsewhere as it was told to the
    /// projection last: a list of articles opens no threads.
    /// </summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<int>> CountAsync(SiteId site, IReadOnlyList<ArticleId> articles, CancellationToken cancellation)
    {
        var open = articles.Select(article => replicas.Find(new ThreadKey(site, article))).ToList();
        var told = open.Contains(null) ? await counts.ReadAsync(site, articles, cancellation) : [];
        return [.. open.Select((replica, i) => replica?.CommentCount ?? told[i])];
    }
}
