using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Sites;

namespace Realtime.Grains.DryRuns;

/// <summary>What every run reads, and goes by.</summary>
internal sealed class DryRunWork(
    ISiteCopies sites, IProjectionProgress threads, IJournal journal, IOptions<DiscussionRules> rules, TimeProvider time, ILogger<DryRun> logger)
{
    public TimeProvider Time => time;

    /// <exception cref="JournalUnavailableException">There is no copy of the site yet, and the store cannot be read.</exception>
    public async Task<HouseRules> HouseOfAsync(SiteId site) => new(
        rules.Value, (await sites.OpenAsync(site, CancellationToken.None)).Site, (await sites.OpenAsync(Site.Everywhere, CancellationToken.None)).Site);

    public DryRun Begin(SiteId site, UserId by, WordLists lists, HouseRules house)
    {
        var run = new DryRun(site, by, lists, time);
        _ = run.RunAsync(house, threads, journal, logger);
        return run;
    }
}
