using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Projections;

/// <summary>What is told of a thread to those who follow it from outside.</summary>
public static class Facts
{
    /// <param name="key">The thread's.</param>
    /// <param name="thread">Its state.</param>
    /// <param name="position">Where the state is in the journal.</param>
    /// <param name="numbers">The comments to tell of.</param>
    public static ArticleFacts Of(ThreadKey key, ArticleThread thread, ThreadPosition position, IReadOnlyList<int> numbers) => new()
    {
        Thread = key,
        Position = position,
        Title = thread.Article?.Title,
        CommentCount = thread.PublishedCount,
        Comments = [.. numbers.Select(thread.Find).OfType<Comment>().Select(comment => Of(thread, comment))],
    };

    private static CommentFact Of(ArticleThread thread, Comment comment) => new()
    {
        Number = comment.Number,
        Revision = comment.Revision,
        Status = comment.Status,
        Author = comment.Author,
        At = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        ReplyTo = comment.ReplyTo,
        ReplyToAuthor = AuthorOf(thread, comment.ReplyTo),
        QuoteOf = comment.QuoteOf > 0 ? comment.QuoteOf : null,
        QuoteOfAuthor = AuthorOf(thread, comment.QuoteOf),
    };

    private static UserId? AuthorOf(ArticleThread thread, int? number) =>
        number is { } found && thread.Find(found) is { } comment ? comment.Author.Id : null;
}
