using Orleans.Placement;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Grains.DryRuns;

/// <summary>One run under way per site, and the last one of each of a few people. What is forgotten was asked for an hour ago, or there were too many since.</summary>
[Immovable, GrainType("dry-runs")]
internal sealed class DryRunGrain(IGrainContext context, DryRunWork work) : Grain, IDryRunGrain
{
    private const int MostKept = 4;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>In the order in which they began.</summary>
    private readonly List<DryRun> _runs = [];

    public async Task<string?> Begin(UserId by, WordLists lists)
    {
        var site = new SiteId(context.GrainId.Key.ToString()!);
        var house = await work.HouseOfAsync(site);
        ForgetOld();
        if (_runs.Exists(run => run.EndedAt is null && run.By != by)) return null;
        foreach (var before in _runs.Where(run => run.By == by).ToList()) Forget(before);
        while (_runs.Count >= MostKept) Forget(_runs[0]);
        var run = work.Begin(site, by, lists, house);
        _runs.Add(run);
        DelayDeactivation(2 * KeptFor);
        return run.Id;
    }

    public Task<DryRunReport?> Read(string id) => Task.FromResult(Find(id)?.Report());

    public Task<bool> Cancel(string id)
    {
        if (Find(id) is not { } run) return Task.FromResult(false);
        Forget(run);
        return Task.FromResult(true);
    }

    public Task<DryRunOutcome?> Outcome(string id) => Task.FromResult(Find(id)?.Outcome());

    public Task<TriedThread?> Part(string id, int part) => Task.FromResult(Find(id)?.Part(part));

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        foreach (var run in _runs.ToList()) Forget(run);
        return Task.CompletedTask;
    }

    private DryRun? Find(string id)
    {
        ForgetOld();
        if (_runs.Find(run => run.Id == id) is not { } found) return null;
        DelayDeactivation(KeptFor);
        return found;
    }

    private void ForgetOld()
    {
        var now = work.Time.GetUtcNow();
        foreach (var old in _runs.Where(run => run.EndedAt is { } ended && now - ended > KeptFor).ToList()) Forget(old);
    }

    private void Forget(DryRun run)
    {
        _runs.Remove(run);
        run.Dispose();
    }
}
