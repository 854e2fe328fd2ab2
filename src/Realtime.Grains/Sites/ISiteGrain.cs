using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Sites;

/// <summary>The one writer of a site; the key is the site's id, or <see cref="Site.Everywhere"/>.</summary>
[Alias("site")]
public interface ISiteGrain : IFedGrain
{
    /// <inheritdoc cref="Threads.IArticleThreadGrain.Execute"/>
    [Alias("execute"), ResponseTimeout("00:00:06")]
    Task<CommandOutcome> Execute(SiteCommand command);
}
