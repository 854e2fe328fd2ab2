namespace Realtime.Faults.Histories;

internal enum MarkKind
{
    /// <summary>A fault began: gaps are measured from here.</summary>
    Disturbed,

    /// <summary>The fault was taken back.</summary>
    Healed,

    /// <summary>The last post has been answered: from here on every reader has to catch up.</summary>
    Quiet,
}

/// <summary>Something the runner did.</summary>
internal sealed record Mark(double At, MarkKind Kind, string What);

/// <summary>A measured size that has to stay within a limit.</summary>
internal sealed record Gauge(double At, string Name, double Value, double Limit);

/// <summary>What the fault at hand allows.</summary>
internal sealed record Expectations
{
    public TimeSpan ConvergeWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The store itself was made to forget: acknowledged posts may be gone, as long as a new epoch says so.</summary>
    public bool StoreForgets { get; init; }

    public bool ResetsAllowed { get; init; } = true;
}
