using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Grains.DryRuns;

/// <summary>
/// Word lists tried on everything that stands on a site. A run lives in the memory of one silo and is known to every host; with its silo it is lost, and so it is an hour after
/// it ended. Every method throws <see cref="JournalUnavailableException"/> when the silo or the store does not answer.
/// </summary>
public interface IDryRuns
{
    /// <summary>Begins a run, and answers its id; null while another person's is under way. One of the same person ends: they have thought of something better.</summary>
    /// <param name="site">The site.</param>
    /// <param name="by">Whose run it is.</param>
    /// <param name="lists">Sound ones: see <see cref="WordLists.Mistakes()"/>.</param>
    Task<string?> BeginAsync(SiteId site, UserId by, WordLists lists);

    /// <summary>How far it has come; null when nobody knows of it.</summary>
    Task<DryRunReport?> ReadAsync(SiteId site, string id);

    /// <summary>Ends and forgets it; false when nobody knows of it.</summary>
    Task<bool> CancelAsync(SiteId site, string id);

    /// <summary>All that it proposes; null when nobody knows of it.</summary>
    Task<DryRunProposal?> ProposalAsync(SiteId site, string id);
}

internal sealed class DryRuns(IGrainFactory grains) : IDryRuns
{
    public Task<string?> BeginAsync(SiteId site, UserId by, WordLists lists) => AskAsync(Of(site).Begin(by, lists));

    public Task<DryRunReport?> ReadAsync(SiteId site, string id) => AskAsync(Of(site).Read(id));

    public Task<bool> CancelAsync(SiteId site, string id) => AskAsync(Of(site).Cancel(id));

    public async Task<DryRunProposal?> ProposalAsync(SiteId site, string id)
    {
        if (await AskAsync(Of(site).Outcome(id)) is not { } outcome) return null;
        var threads = new List<TriedThread>();
        for (var part = 0; part < outcome.Parts; part++)
        {
            if (await AskAsync(Of(site).Part(id, part)) is not { } thread) return null;
            threads.Add(thread);
        }

        return new DryRunProposal(outcome, threads);
    }

    private IDryRunGrain Of(SiteId site) => grains.GetGrain<IDryRunGrain>(site.Value);

    private static async Task<T> AskAsync<T>(Task<T> answer)
    {
        try
        {
            return await answer;
        }
        catch (Exception e) when (e is not JournalUnavailableException)
        {
            throw new JournalUnavailableException("Nobody answers about the dry run.", outcomeUnknown: true, e);
        }
    }
}
