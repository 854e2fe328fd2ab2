using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Articles;

/// <summary>What the publisher says of an article.</summary>
[GenerateSerializer, Immutable, Alias("article")]
public sealed record Article
{
    [Id(0)]
    public required string Title { get; init; }

    [Id(1)]
    public string? Url { get; init; }

    [Id(2)]
    public DateTimeOffset? PublishedAt { get; init; }

    [Id(3)]
    public string? Section { get; init; }

    [Id(4)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool Equals(Article? other) =>
        other is not null && Title == other.Title && Url == other.Url && PublishedAt == other.PublishedAt && Section == other.Section
        && Tags.SequenceEqual(other.Tags);

    public override int GetHashCode() => HashCode.Combine(Title, Url, PublishedAt, Section, Tags.Count);
}

/// <summary>Register an article, or describe it anew. For publishers only.</summary>
[GenerateSerializer, Immutable, Alias("describe-article")]
public sealed record DescribeArticle : ThreadCommand
{
    [Id(0)]
    public required Article Article { get; init; }
}

public sealed record ArticleDescribed : ThreadEvent
{
    public required Article Article { get; init; }
}

internal static class ArticleRules
{
    public static Decision Decide(ArticleThread thread, DescribeArticle command, DateTimeOffset now)
    {
        if (!command.Actor.MayPublish) return Decision.Refuse(RefusalCode.NotAllowed);
        return command.Article.Equals(thread.Article)
            ? Decision.Already()
            : Decision.Accept(new ArticleDescribed { At = now, By = command.Actor.Id, Article = command.Article });
    }
}
