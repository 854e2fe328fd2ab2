using Realtime.Discussion.Journal;

namespace Realtime.Redis.Renewal;

/// <summary>Rids the store's files of what lives under no key any more: texts that were rewritten or deleted. Costs about as much as writing the whole store once.</summary>
public interface IStoreRenewal
{
    /// <summary>False when the store does not let this connection do it, so that its operator must. One that does not answer at the moment may yet.</summary>
    Task<bool> IsPossibleAsync(CancellationToken cancellation);

    /// <summary>Returns when nothing is left in the files of what had been overwritten or deleted before the call; false when its operator must do that.</summary>
    /// <exception cref="JournalUnavailableException">It did not succeed.</exception>
    Task<bool> RunAsync(CancellationToken cancellation);
}
