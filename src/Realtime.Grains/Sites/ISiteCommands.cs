using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Sites;

/// <summary>The only way to change a site, for hosts.</summary>
public interface ISiteCommands
{
    /// <inheritdoc cref="Threads.IThreadCommands.ExecuteAsync"/>
    Task<CommandOutcome> ExecuteAsync(SiteId site, SiteCommand command);
}

internal sealed class SiteCommands(IGrainFactory grains, ILogger<SiteCommands> logger) : ISiteCommands
{
    public Task<CommandOutcome> ExecuteAsync(SiteId site, SiteCommand command) =>
        logger.AskAsync(site.Value, command, () => grains.GetGrain<ISiteGrain>(site.Value).Execute(command));
}
