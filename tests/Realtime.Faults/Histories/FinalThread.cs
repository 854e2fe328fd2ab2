namespace Realtime.Faults.Histories;

/// <summary>What a thread holds when everything is quiet again: the truth that all histories are held against.</summary>
internal sealed record FinalThread
{
    public required string Article { get; init; }

    public required string Position { get; init; }

    /// <summary>All comments, oldest first, as the API pages them.</summary>
    public required IReadOnlyList<SeenComment> Comments { get; init; }

    /// <summary>The ranges that <c>changes?since=</c> gave from the beginning of the epoch on.</summary>
    public required IReadOnlyList<LogRange> Ranges { get; init; }

    /// <summary>The operations of the entries in the store, in order, null where an entry posts nothing; left out when the store cannot be read from outside.</summary>
    public IReadOnlyList<string?>? Entries { get; init; }
}

internal sealed record LogRange(long From, long To, IReadOnlyList<SeenComment> Comments);
