using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

public class ScreenerTests
{
    private static readonly DateTimeOffset Now = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ScreeningPolicy Policy = new()
    {
        Rules = [new PolicyRule(1, "Be brief", "…"), new PolicyRule(2, "Keep it clean", "…")],
        Words = new WordLists { Banned = ["blorp"], Suspect = ["quisling"] },
        Steps =
        [
            new StepPolicy { Step = StepNames.Length, Action = Verdict.Reject, Rule = 1 },
            new StepPolicy { Step = StepNames.Links },
            new StepPolicy { Step = StepNames.Repeats, Action = Verdict.Reject },
            new StepPolicy { Step = StepNames.Floods },
            new StepPolicy { Step = StepNames.NewCommenter },
            new StepPolicy { Step = StepNames.RecentHistory },
            new StepPolicy { Step = StepNames.Words, Action = Verdict.Reject, Rule = 2 },
        ],
        Limits = new ScreeningLimits { MaxCharacters = 200, AllowedHosts = ["gazette.example"] },
    };

    private static readonly AuthorFacts Known = new() { KnownSince = Now.AddYears(-1), PublishedEver = 50, Published = 10 };

    [Fact]
    public void A_harmless_comment_passes() => Assert.Equal(Verdict.Allow, Screen("A fair point, well made.").Verdict);

    [Fact]
    public void A_comment_over_the_limit_is_refused_from_where_it_is_too_long()
    {
        var finding = Assert.Single(Screen(new string('a', 190) + string.Concat(Enumerable.Repeat("👨‍👩‍👧", 11))).Findings);
        Assert.Equal(("comment_too_long", Verdict.Reject, 1), (finding.Code, finding.Verdict, finding.Rule));
        Assert.Equal(new TextSpan(190 + 10 * 8, 8), Assert.Single(finding.Spans));
    }

    [Theory]
    [InlineData("a http://one.test b https://two.test/x?y=1, c www.three.test", 3)]
    [InlineData("buy.com deals.shop/now cheap dot com", 3)]
    [InlineData("hxxp://bad.test evil[.]ru, x(dot)org!", 3)]
    public void Links_are_counted_however_they_are_written(string text, int count) =>
        Assert.Equal(count, Assert.Single(Screen(text).Findings).Spans.Count);

    [Theory]
    [InlineData("https://gazette.example/a https://www.gazette.example/b https://gazette.example/c")]
    [InlineData("At 3.15 p.m. I left, e.g. for the U.S. and so on...and came back.")]
    [InlineData("see https://one.test and https://two.test")]
    public void Own_links_numbers_and_a_few_links_are_no_spam(string text) => Assert.Empty(Screen(text).Findings);

    [Fact]
    public void The_same_again_is_refused_however_it_is_dressed_up()
    {
        var author = Known with { Recent = [new RecentComment("Everybody should read the council's minutes before they vote.", Now.AddHours(-2))] };
        Assert.Equal("repeated_comment", Screen("EVERYBODY should read the c0uncil's minutes -- before they vote!!", author).Reason?.Code);
        Assert.Equal(Verdict.Allow, Screen("Somebody might read those minutes after the vote, I hope.", author).Verdict);
        Assert.Equal(Verdict.Allow, Screen("I agree.", Known with { Recent = [new RecentComment("I agree.", Now)] }).Verdict);
    }

    [Fact]
    public void A_repetition_is_forgotten_after_a_day()
    {
        var author = Known with { Recent = [new RecentComment("Everybody should read the council's minutes.", Now.AddHours(-25))] };
        Assert.Equal(Verdict.Allow, Screen("Everybody should read the council's minutes.", author).Verdict);
    }

    [Fact]
    public void Many_comments_in_a_minute_are_held()
    {
        var author = Known with { Recent = [.. Enumerable.Range(1, 5).Select(i => new RecentComment($"Number {i}", Now.AddSeconds(-10 * i)))] };
        Assert.Equal(("too_fast", Verdict.Hold), (Screen("Number six", author).Reason!.Code, Screen("Number six", author).Verdict));
    }

    [Fact]
    public void A_new_commenter_is_held_until_enough_comments_are_published()
    {
        Assert.Equal("new_commenter", Screen("Hello all", Known with { PublishedEver = 2 }).Reason?.Code);
        Assert.Equal(Verdict.Allow, Screen("Hello all", Known with { PublishedEver = 3 }).Verdict);
        Assert.Equal("new_commenter", Screen("Hello all", new AuthorFacts { PublishedEver = 9 }).Reason?.Code);
    }

    [Fact]
    public void An_author_whose_comments_were_often_rejected_is_held()
    {
        Assert.Equal("recent_history", Screen("Hello all", Known with { Published = 4, Rejected = 2 }).Reason?.Code);
        Assert.Equal(Verdict.Allow, Screen("Hello all", Known with { Published = 1, Rejected = 2 }).Verdict);
    }

    [Fact]
    public void The_strongest_verdict_wins_and_every_finding_is_kept()
    {
        var screening = Screen("a blorp and a quisling", Known with { PublishedEver = 0 });
        Assert.Equal(Verdict.Reject, screening.Verdict);
        Assert.Equal(["new_commenter", "banned_word", "suspect_word"], screening.Findings.Select(finding => finding.Code));
        Assert.Equal("banned_word", screening.Reason?.Code);
    }

    [Fact]
    public void A_suspect_word_is_held_even_where_words_are_refused() => Assert.Equal(Verdict.Hold, Screen("a quisling").Verdict);

    [Fact]
    public void The_author_is_warned_once_of_the_rule()
    {
        var first = Screen("a quisling");
        Assert.Equal("This may break rule 2: Keep it clean", first.Nudge?.Sentence);
        Assert.Equal(new TextSpan(2, 8), Assert.Single(first.Nudge!.Spans));

        var second = new Screener(Policy).Screen(Subject("a quisling", Known) with { WasWarned = true });
        Assert.Null(second.Nudge);
        Assert.Equal(Verdict.Hold, second.Verdict);
    }

    [Fact]
    public void Nobody_is_warned_of_what_rewriting_cannot_help() => Assert.Null(Screen("Hello all", Known with { PublishedEver = 0 }).Nudge);

    [Fact]
    public void Nobody_is_warned_when_the_site_does_not_want_it() =>
        Assert.Null(new Screener(Policy with { Nudges = false }).Screen(Subject("a quisling", Known)).Nudge);

    [Fact]
    public void What_is_refused_anyway_warns_nobody() => Assert.Null(Screen("a blorp and a quisling").Nudge);

    [Fact]
    public void Staff_are_not_screened() => Assert.Same(ScreeningOutcome.Clean, Screen("blorp", Known with { IsTrusted = true }));

    [Fact]
    public void A_step_that_is_off_finds_nothing()
    {
        var off = Policy with { Steps = [.. Policy.Steps.Select(step => step.Step == StepNames.Words ? step with { On = false } : step)] };
        Assert.Equal(Verdict.Allow, new Screener(off).Screen(Subject("blorp", Known)).Verdict);
    }

    [Fact]
    public void Steps_run_in_the_order_of_the_policy()
    {
        var turned = new Screener(Policy with { Steps = [.. Policy.Steps.Reverse()] });
        var findings = turned.Screen(Subject("a blorp", Known with { PublishedEver = 0 })).Findings;
        Assert.Equal([StepNames.Words, StepNames.NewCommenter], findings.Select(finding => finding.Step));
    }

    [Fact]
    public void New_limits_do_not_compile_the_lists_again()
    {
        var screener = new Screener(Policy);
        Assert.Same(screener.Words, new Screener(Policy with { Limits = new ScreeningLimits() }, screener).Words);
        Assert.NotSame(screener.Words, new Screener(Policy with { Words = new WordLists() }, screener).Words);
    }

    [Fact]
    public void A_new_site_begins_with_a_sound_policy() => Assert.Empty(new ScreeningPolicy().Mistakes());

    [Fact]
    public void Every_mistake_of_a_policy_is_told()
    {
        var policy = Policy with
        {
            Rules = [new PolicyRule(1, "One", ""), new PolicyRule(1, "Uno", "")],
            Steps = [new StepPolicy { Step = "magic" }, new StepPolicy { Step = StepNames.Words, Rule = 7 }],
            Limits = new ScreeningLimits { FloodComments = 0, RepeatSimilarity = 2 },
        };
        Assert.Equal(5, policy.Mistakes().Count());
        Assert.All(policy.Mistakes(), mistake => Assert.Matches("^(rules|steps|limits)", mistake));
    }

    private static ScreeningOutcome Screen(string text, AuthorFacts? author = null) => new Screener(Policy).Screen(Subject(text, author ?? Known));

    private static ScreeningSubject Subject(string text, AuthorFacts author) => new() { Text = text, At = Now, Author = author };
}
