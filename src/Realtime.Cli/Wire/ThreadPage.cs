namespace Realtime.Cli.Wire;

/// <summary>The newest comments of a thread, in any order.</summary>
internal sealed record ThreadPage
{
    public ArticleView? Article { get; init; }

    public bool Closed { get; init; }

    /// <summary>Comments that readers can see, in the whole thread.</summary>
    public int CommentCount { get; init; }

    public IReadOnlyList<CommentView> Comments { get; init; } = [];
}

internal sealed record ArticleView
{
    public string? Title { get; init; }
}
