using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>Makes views. The one place that decides what of a comment readers may see.</summary>
public static class CommentViews
{
    private static readonly IReadOnlyDictionary<string, int> NoReactions = new Dictionary<string, int>();

    /// <param name="thread">The thread now: it knows what has been removed since the words were written.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="words">The words of its present revision; null when they cannot be read.</param>
    public static CommentView Of(ArticleThread thread, Comment comment, CommentWords? words)
    {
        if (!comment.IsPublished || words is null) return Tombstone(comment);
        return new CommentView
        {
            Number = comment.Number,
            Author = new AuthorView { Id = comment.Author.Id.Value, Name = comment.Author.Name },
            CreatedAt = comment.CreatedAt.UtcDateTime,
            EditedAt = comment.EditedAt?.UtcDateTime,
            Revision = comment.Revision,
            Status = NameOf(CommentStatus.Published),
            ReplyTo = comment.ReplyTo,
            Quote = words.Quote is { } quote && quote.Number == comment.QuoteOf ? Of(thread, quote) : null,
            Html = words.Body.Html,
            Reactions = comment.Reactions.Counts(),
            ReplyCount = comment.ReplyCount,
        };
    }

    public static ArticleView? Of(Article? article) => article is null ? null : new ArticleView
    {
        Title = article.Title,
        Url = article.Url,
        PublishedAt = article.PublishedAt?.UtcDateTime,
        Section = article.Section,
        Tags = article.Tags,
    };

    public static CommentView Tombstone(Comment comment) => new()
    {
        Number = comment.Number,
        CreatedAt = comment.CreatedAt.UtcDateTime,
        Revision = comment.Revision,
        Status = NameOf(comment.IsPublished ? CommentStatus.Unreadable : comment.Status),
        ReplyTo = comment.ReplyTo,
        Reactions = NoReactions,
        ReplyCount = comment.ReplyCount,
    };

    private static QuoteView Of(ArticleThread thread, Quote quote) => new()
    {
        Number = quote.Number,
        Revision = quote.Revision,
        Text = thread.Find(quote.Number) is { IsPublished: true } ? quote.Text : null,
    };

    private static string NameOf(CommentStatus status) => status switch
    {
        CommentStatus.Published => "published",
        CommentStatus.Removed => "removed",
        _ => "unreadable",
    };
}
