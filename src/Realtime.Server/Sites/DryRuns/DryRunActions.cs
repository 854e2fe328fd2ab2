using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;
using Realtime.Grains.DryRuns;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>What those who keep the word lists may ask of dry runs. Every method throws <see cref="JournalUnavailableException"/> when nobody answers.</summary>
internal sealed class DryRunActions(IDryRuns runs)
{
    private const int MostMistakes = 20;

    /// <summary>Begins a run. One of the same person that is still under way ends: they have thought of something better.</summary>
    public async Task<Answer<DryRunBegun>> BeginAsync(Actor actor, SiteId site, WordLists lists)
    {
        if (!actor.May(Permission.ChangeWords)) return RefusalCode.NotAllowed;
        if (lists.Mistakes().Take(MostMistakes).ToList() is { Count: > 0 } mistakes) return new Refusal(RefusalCode.WordsInvalid) { Detail = string.Join(' ', mistakes) };
        return await runs.BeginAsync(site, actor.Id, lists) is { } id ? new DryRunBegun { Id = id } : RefusalCode.DryRunUnderWay;
    }

    public async Task<Answer<DryRunReport>> ReadAsync(Actor actor, SiteId site, string id)
    {
        if (!actor.May(Permission.ChangeWords)) return RefusalCode.NotAllowed;
        return await runs.ReadAsync(site, id) is { } report ? report : RefusalCode.DryRunUnknown;
    }

    /// <summary>Null when it has been given up.</summary>
    public async Task<Refusal?> CancelAsync(Actor actor, SiteId site, string id)
    {
        if (!actor.May(Permission.ChangeWords)) return new Refusal(RefusalCode.NotAllowed);
        return await runs.CancelAsync(site, id) ? null : new Refusal(RefusalCode.DryRunUnknown);
    }
}
