using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.DryRuns;
using Realtime.Discussion.Screening.Words;
using Realtime.Grains.DryRuns;
using Xunit;

namespace Realtime.Grains.Tests.DryRuns;

public class FirstChangesTests
{
    private readonly FirstChanges _first = new();

    [Fact]
    public void Whatever_order_threads_are_done_in_the_first_by_article_and_number_are_kept()
    {
        foreach (var article in new[] { "c", "a", "b" })
            foreach (var number in Enumerable.Range(1, 400).Reverse()) _first.Add(new ArticleId(article), Proposed(number));

        var kept = _first.All.Select(change => (change.Article.Value, change.Number)).ToList();

        Assert.Equal(FirstChanges.Most, kept.Count);
        Assert.Equal(new[] { "a", "b", "c" }.SelectMany(article => Enumerable.Range(1, 400).Select(number => (article, number))).Take(FirstChanges.Most), kept);
    }

    [Fact]
    public void Of_a_comment_that_is_all_matches_the_beginning_is_kept()
    {
        var matches = Enumerable.Range(0, 5_000).Select(n => new WordMatch($"entry-{n % 100}", WordListKind.Banned, new TextSpan(2 * n, 1)));
        _first.Add(new ArticleId("a"), new ProposedDecision(1, 1, 0, Decisions.Reject, [.. matches]));

        var change = Assert.Single(_first.All);
        Assert.Equal((20, 20), (change.Matches.Count, change.Matches[0].Spans.Count));
    }

    private static ProposedDecision Proposed(int number) =>
        new(number, 1, 0, Decisions.Reject, [new WordMatch("blorp", WordListKind.Banned, new TextSpan(0, 5))]);
}
