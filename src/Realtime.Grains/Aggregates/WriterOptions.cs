namespace Realtime.Grains.Aggregates;

/// <summary>How a thread's writer works (configuration section <c>Writer</c>).</summary>
public sealed record WriterOptions
{
    /// <summary>Commands that may wait; one more is refused as <c>thread_busy</c>.</summary>
    public int QueueLimit { get; init; } = 4096;

    /// <summary>Bytes of entries in one append.</summary>
    public int BatchBytes { get; init; } = 1 << 20;

    /// <summary>A snapshot is due after this many entries, or a quarter of the thread's comments if that is more: the cost per comment stays flat.</summary>
    public int SnapshotEvery { get; init; } = 1024;

    /// <summary>How long an append whose outcome is unknown is looked into before its callers are told to retry.</summary>
    public TimeSpan ResolveWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (QueueLimit < 1) yield return "Writer:QueueLimit must be at least 1.";
        if (BatchBytes < 1) yield return "Writer:BatchBytes must be at least 1.";
        if (SnapshotEvery < 1) yield return "Writer:SnapshotEvery must be at least 1.";
        if (ResolveWithin < TimeSpan.Zero) yield return "Writer:ResolveWithin must not be negative.";
    }
}
