namespace Realtime.Faults.Links;

/// <summary>How a link behaves at present. The default is a link that nothing is wrong with.</summary>
internal sealed record LinkTerms
{
    public static readonly LinkTerms Healthy = new();

    /// <summary>Bytes stay in the link, both ways, and new connections are accepted and left without an answer.</summary>
    public static readonly LinkTerms HalfOpen = new() { HoldsToTarget = true, HoldsFromTarget = true };

    /// <summary>New connections are closed at once.</summary>
    public static readonly LinkTerms Refusing = new() { Refuses = true };

    /// <summary>Every piece waits this long, each way.</summary>
    public TimeSpan Delay { get; init; }

    public bool HoldsToTarget { get; init; }

    public bool HoldsFromTarget { get; init; }

    /// <summary>What the target sends arrives no faster; null for no limit.</summary>
    public int? BytesPerSecondFromTarget { get; init; }

    public bool Refuses { get; init; }
}
