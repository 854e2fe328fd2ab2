using Microsoft.Extensions.Options;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Refusals;

namespace Realtime.Server.Bodies;

/// <summary>Finds a quoted passage in what readers saw of its source, so that nobody is quoted with words that are not theirs.</summary>
internal sealed class Quotes(IOptions<DiscussionRules> rules)
{
    /// <summary>The quote, or <c>quote_unknown</c>, <c>quote_removed</c>, <c>quote_not_in_source</c>; <c>request_malformed</c> for a passage that is empty, too long or broken.</summary>
    /// <param name="replica">The thread.</param>
    /// <param name="by">Who quotes: what waits for a moderator, its author may quote like anything else of theirs.</param>
    /// <param name="claimed">The passage as it was sent.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask<Answer<Quote>> ReadAsync(IThreadReplica replica, UserId by, Quote claimed, CancellationToken cancellation)
    {
        var (number, revision, text) = claimed;
        if (replica.Facts(number) is not { } source || revision < 1 || revision > source.Revision) return RefusalCode.QuoteUnknown;
        if (!IsThereFor(by, source)) return RefusalCode.QuoteRemoved;
        if (WrittenText.TryRead(text, rules.Value.MaxQuoteCharacters, out var passage) is not null) return RefusalCode.RequestMalformed;
        if (await replica.WordsAsync(number, revision, cancellation) is not { } words) return RefusalCode.QuoteUnknown;
        return Contains(words.Body.Html, passage) ? claimed with { Text = QuotedText.Collapse(passage) } : RefusalCode.QuoteNotInSource;
    }

    private static bool IsThereFor(UserId by, CommentFacts source) =>
        source.Status == CommentStatus.Published || (source.AuthorId == by && source.Status is CommentStatus.Pending or CommentStatus.Withheld);

    internal static bool Contains(string html, string passage) =>
        QuotedText.Fold(passage) is { Length: > 0 } sought && QuotedText.Fold(HtmlText.Of(html)).Contains(sought, StringComparison.Ordinal);
}
