namespace Realtime.Cli.Wire;

/// <summary>A comment as the server tells it. Of one that is not <c>published</c> only number, place, times and counts come.</summary>
internal sealed record CommentView
{
    public int Number { get; init; }

    public AuthorView? Author { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public int Revision { get; init; }

    public string Status { get; init; } = "";

    public int? ReplyTo { get; init; }

    public QuoteView? Quote { get; init; }

    /// <summary>The words of a stranger: only <c>HtmlText</c> may turn them into something to print.</summary>
    public string? Html { get; init; }

    public IReadOnlyDictionary<string, int> Reactions { get; init; } = new Dictionary<string, int>();

    public int ReplyCount { get; init; }

    public bool IsPublished => Status == "published";
}

internal sealed record AuthorView
{
    public string? Name { get; init; }
}

/// <summary>A passage of another comment. Without text the source has been removed since.</summary>
internal sealed record QuoteView
{
    public int Number { get; init; }

    public string? Text { get; init; }
}
