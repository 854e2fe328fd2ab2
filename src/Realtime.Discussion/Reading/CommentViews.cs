using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reading;

/// <summary>Makes views. With <see cref="Viewer"/> the one place that decides what of a comment is seen by whom.</summary>
public static class CommentViews
{
    private static readonly IReadOnlyDictionary<string, int> NoReactions = new Dictionary<string, int>();

    /// <param name="thread">The thread now: it knows what has been removed since the words were written.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="words">The words of its present revision; null when they cannot be read.</param>
    /// <param name="viewer">For whom.</param>
    /// <returns>Null when they do not know of the comment.</returns>
    public static CommentView? For(ArticleThread thread, Comment comment, CommentWords? words, Viewer viewer) => viewer.SightOf(comment) switch
    {
        Sight.Nothing => null,
        Sight.Whole when words is not null => Whole(thread, comment, words, viewer),
        Sight.Whole => Tombstone(comment, StatusNames.Of(CommentStatus.Unreadable)),
        _ => Tombstone(comment, viewer.NameOf(comment)),
    };

    public static ArticleView? Of(Article? article) => article is null ? null : new ArticleView
    {
        Title = article.Title,
        Url = article.Url,
        PublishedAt = article.PublishedAt?.UtcDateTime,
        Section = article.Section,
        Tags = article.Tags,
    };

    private static CommentView Whole(ArticleThread thread, Comment comment, CommentWords words, Viewer viewer)
    {
        var told = viewer.SeesHidden(comment) && comment.Status == CommentStatus.Rejected ? comment.Judgement : null;
        return new CommentView
        {
            Number = comment.Number,
            Author = Of(comment.Author),
            Badges = OrNull(comment.Badges),
            CreatedAt = comment.CreatedAt.UtcDateTime,
            EditedAt = comment.EditedAt?.UtcDateTime,
            EditedBy = comment.EditedBy,
            Revision = comment.Revision,
            Status = viewer.NameOf(comment),
            ReplyTo = comment.ReplyTo,
            Quote = words.Quote is { } quote && quote.Number == comment.QuoteOf ? Of(thread, quote, viewer) : null,
            Html = words.Body.Html,
            Addressee = AddresseeOf(thread, comment),
            Mentions = OrNull([.. comment.Addressing.Mentions.Select(user => user.Value)]),
            Reactions = comment.Reactions.Counts(),
            ReplyCount = comment.ReplyCount,
            Pinned = thread.Pinned.Contains(comment.Number) ? true : null,
            Featured = comment.IsFeatured ? true : null,
            Reason = told?.Reason,
            Rule = told?.Rule,
            Note = told?.Note,
            Decided = viewer.Moderates && comment.Judgement is { } judgement ? Of(judgement) : null,
            Findings = viewer.Moderates ? OrNull([.. words.Findings.Select(Of)]) : null,
        };
    }

    private static CommentView Tombstone(Comment comment, string status) => new()
    {
        Number = comment.Number,
        CreatedAt = comment.CreatedAt.UtcDateTime,
        Revision = comment.Revision,
        Status = status,
        ReplyTo = comment.ReplyTo,
        Reactions = NoReactions,
        ReplyCount = comment.ReplyCount,
        MovedTo = comment.Status == CommentStatus.Moved ? comment.MovedTo?.Value : null,
    };

    private static AuthorView Of(Author author) => new() { Id = author.Id.Value, Name = author.Name };

    private static QuoteView Of(ArticleThread thread, Quote quote, Viewer viewer) => new()
    {
        Number = quote.Number,
        Revision = quote.Revision,
        Text = thread.Find(quote.Number) is { } source && viewer.SightOf(source) == Sight.Whole ? quote.Text : null,
    };

    /// <summary>Whom it speaks to, by the last that readers saw of them before; nothing when they never saw anything.</summary>
    private static AddresseeView? AddresseeOf(ArticleThread thread, Comment comment)
    {
        if (comment.Addressing.Addressee is not { } person) return null;
        var before = thread.CommentsOf(person).Reverse().Where(number => number < comment.Number).Select(number => thread.Find(number)!);
        Comment? known = null;
        foreach (var theirs in before.Where(one => one.HasBeenPublic))
        {
            known ??= theirs;
            if (theirs.IsPublished) return new AddresseeView { Id = person.Value, Name = theirs.Author.Name, Number = theirs.Number };
        }

        return known is null ? null : new AddresseeView { Id = person.Value, Name = known.Author.Name };
    }

    private static DecidedView Of(Judgement judgement) => new()
    {
        Decision = judgement.Decision,
        By = Of(judgement.By),
        At = judgement.At.UtcDateTime,
        Revision = judgement.Revision,
        Count = judgement.Count,
    };

    private static FindingView Of(Finding finding) => new()
    {
        Step = finding.Step,
        Verdict = finding.Verdict switch { Verdict.Allow => "allow", Verdict.Hold => "hold", _ => "reject" },
        Code = finding.Code,
        Rule = finding.Rule,
        Spans = [.. finding.Spans.Select(span => new SpanView { Start = span.Start, Length = span.Length })],
        Detail = finding.Detail,
    };

    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
