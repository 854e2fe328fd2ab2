using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;

namespace Realtime.Discussion.Projections;

/// <summary>How many comments readers can see under each article of a site.</summary>
public interface ICounts
{
    /// <summary>In the order of the articles; 0 for one without a thread.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    Task<IReadOnlyList<int>> ReadAsync(SiteId site, IReadOnlyList<ArticleId> articles, CancellationToken cancellation);

    Task KeepAsync(ThreadKey thread, int count);

    Task ClearAsync(SiteId site);
}
