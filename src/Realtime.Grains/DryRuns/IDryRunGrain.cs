using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Grains.DryRuns;

/// <summary>The dry runs of one site; the key is the site's id. It keeps nothing in the store: whoever finds no run here begins another.</summary>
[Alias("dry-runs")]
public interface IDryRunGrain : IGrainWithStringKey
{
    /// <inheritdoc cref="IDryRuns.BeginAsync"/>
    [Alias("begin")]
    Task<string?> Begin(UserId by, WordLists lists);

    /// <inheritdoc cref="IDryRuns.ReadAsync"/>
    [Alias("read")]
    Task<DryRunReport?> Read(string id);

    /// <inheritdoc cref="IDryRuns.CancelAsync"/>
    [Alias("cancel")]
    Task<bool> Cancel(string id);

    /// <summary>What it has come to; null when it is not known.</summary>
    [Alias("outcome")]
    Task<DryRunOutcome?> Outcome(string id);

    /// <summary>One of its parts, from 0; null when it is not known.</summary>
    [Alias("part")]
    Task<TriedThread?> Part(string id, int part);
}
