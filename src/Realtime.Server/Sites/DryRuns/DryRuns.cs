using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>The dry runs of this host: one under way per site, the last one of each person kept for an hour.</summary>
internal sealed class DryRuns(
    ServedSites sites, IProjectionProgress threads, IJournal journal, IOptions<DiscussionRules> rules, TimeProvider time, ILogger<DryRuns> logger) : IDisposable
{
    private const int MostMistakes = 20;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DryRun> _runs = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();

    /// <summary>Begins a run. One of the same person that is still under way ends: they have thought of something better.</summary>
    /// <exception cref="JournalUnavailableException">There is no copy of the site yet, and the store cannot be read.</exception>
    public async ValueTask<Answer<DryRun>> StartAsync(Actor actor, SiteId site, WordLists lists, CancellationToken cancellation)
    {
        if (!actor.May(Permission.ChangeWords)) return RefusalCode.NotAllowed;
        if (lists.Mistakes().Take(MostMistakes).ToList() is { Count: > 0 } mistakes) return new Refusal(RefusalCode.WordsInvalid) { Detail = string.Join(' ', mistakes) };
        var house = new HouseRules(rules.Value, (await sites.OpenAsync(site, cancellation)).Site, (await sites.OpenAsync(Site.Everywhere, cancellation)).Site);
        var run = new DryRun(site, actor.Id, lists, time);
        if (!TryTakePlace(run)) return RefusalCode.DryRunUnderWay;
        _ = Task.Run(() => run.RunAsync(house, threads, journal, logger, _stopping.Token), CancellationToken.None);
        return run;
    }

    /// <summary>For those who keep the word lists.</summary>
    public Answer<DryRun> Find(Actor actor, SiteId site, string id)
    {
        if (!actor.May(Permission.ChangeWords)) return RefusalCode.NotAllowed;
        ForgetOld();
        return _runs.TryGetValue(id, out var run) && run.Site == site ? run : RefusalCode.DryRunUnknown;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private bool TryTakePlace(DryRun run)
    {
        lock (_lock)
        {
            ForgetOld();
            var ofSite = _runs.Values.Where(other => other.Site == run.Site).ToList();
            if (ofSite.Exists(other => other.EndedAt is null && other.By != run.By)) return false;
            foreach (var replaced in ofSite.Where(other => other.By == run.By)) Forget(replaced);
            _runs[run.Id] = run;
            return true;
        }
    }

    private void ForgetOld()
    {
        foreach (var old in _runs.Values.Where(run => run.EndedAt is { } ended && time.GetUtcNow() - ended > KeptFor)) Forget(old);
    }

    private void Forget(DryRun run)
    {
        if (_runs.TryRemove(run.Id, out _)) run.Dispose();
    }
}
