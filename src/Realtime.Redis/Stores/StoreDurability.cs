namespace Realtime.Redis.Stores;

public enum StoreDurabilityLevel
{
    /// <summary>A crash of the store may lose anything.</summary>
    NotDurable,

    /// <summary>A crash of the store's process loses nothing acknowledged, a crash of its machine about a second of it.</summary>
    WithinASecond,

    /// <summary>What was acknowledged is on the disk.</summary>
    OnDisk,
}

/// <summary>What an acknowledgement is worth on this store, as shown in the health report.</summary>
public sealed record StoreDurability(StoreDurabilityLevel Level, string Description);
