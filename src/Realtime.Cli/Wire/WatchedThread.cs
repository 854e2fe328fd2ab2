namespace Realtime.Cli.Wire;

/// <summary>The answer of <c>Watch</c>: <see cref="Page"/> at the start and after a reset, <see cref="Changes"/> when resumed.</summary>
internal sealed record WatchedThread
{
    public string Position { get; init; } = "";

    /// <summary>
    /// The sequence of <see cref="Position"/>. A server that leaves it out costs one more question, not correctness: the first live frame then looks
    /// like a gap, and the answer that closes it brings the numbers.
    /// </summary>
    public long Sequence { get; init; }

    public bool Reset { get; init; }

    public ThreadChanges? Changes { get; init; }

    public ThreadPage? Page { get; init; }
}
