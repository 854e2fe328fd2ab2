using Realtime.Discussion.Commenters;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Commenters;

/// <summary>The one writer of what a person has on a site beside their comments.</summary>
[Alias("commenter")]
public interface ICommenterGrain : IFedGrain
{
    /// <inheritdoc cref="Threads.IArticleThreadGrain.Execute"/>
    [Alias("execute"), ResponseTimeout("00:00:06")]
    Task<CommandOutcome> Execute(CommenterCommand command);
}
