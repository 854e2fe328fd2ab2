namespace Realtime.Cli.Wire;

/// <summary>
/// Every sequence behind <see cref="From"/> up to <see cref="To"/>. There may be fewer changes than sequences: some are not for readers.
/// </summary>
internal sealed record ThreadChanges
{
    public long From { get; init; }

    public long To { get; init; }

    /// <summary>The place at <see cref="To"/>; opaque, only to be handed back.</summary>
    public string Position { get; init; } = "";

    public int CommentCount { get; init; }

    /// <summary>There is more behind <see cref="To"/> already.</summary>
    public bool More { get; init; }

    public IReadOnlyList<ThreadChange> Changes { get; init; } = [];
}

/// <summary>One change; which members are present depends on <see cref="Type"/>, and a type that is not known here is passed over.</summary>
internal sealed record ThreadChange
{
    public string Type { get; init; } = "";

    public CommentView? Comment { get; init; }

    public int? Number { get; init; }

    public IReadOnlyDictionary<string, int>? Reactions { get; init; }

    public ArticleView? Article { get; init; }
}
