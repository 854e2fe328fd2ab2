namespace Realtime.Redis.Stores;

public enum StoreDurabilityLevel
{
    /// <summary>A crash of the store may lose anything.</summary>
    NotDurable,

    /// <summary>
    /// A crash may lose about a second of what was acknowledged, from its end. Also a crash of the process alone: Redis answers before it writes
    /// to its log while the disk is still busy with the second before.
    /// </summary>
    WithinASecond,

    /// <summary>What was acknowledged is on the disk.</summary>
    OnDisk,
}

/// <summary>What an acknowledgement is worth on this store, as shown in the health report.</summary>
public sealed record StoreDurability(StoreDurabilityLevel Level, string Description)
{
    /// <summary>Whether a restart of the store may cost it entries that it acknowledged.</summary>
    public bool MayForget => Level < StoreDurabilityLevel.OnDisk;
}
