using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Sites;

public class SettingsTests
{
    private readonly LiveSite _site = new();

    public static TheoryData<string, SiteSettings> Mistaken => new()
    {
        { "moderation", new SiteSettings { Moderation = (ModerationMode)7 } },
        { "guests", new SiteSettings { Guests = (GuestMode)7 } },
        { "slowMode", new SiteSettings { SlowMode = TimeSpan.Zero } },
        { "closeAfter", new SiteSettings { CloseAfter = TimeSpan.FromDays(-1) } },
        { "holdAtReports", new SiteSettings { HoldAtReports = 0 } },
        { "keepAddressesFor", new SiteSettings { KeepAddressesFor = TimeSpan.FromDays(1_000) } },
        { "toxicityAddress", new SiteSettings { ToxicityAddress = "ftp://scores.example" } },
        { "hookAddress", new SiteSettings { HookAddress = "https://user:secret@gazette.example" } },
        { "hookAddress", new SiteSettings { HookAddress = "/hook" } },
        { "floodGuard.comments", new SiteSettings { FloodGuard = new FloodGuard { Comments = 0 } } },
        { "floodGuard.within", new SiteSettings { FloodGuard = new FloodGuard { Within = TimeSpan.Zero } } },
        { "floodGuard.for", new SiteSettings { FloodGuard = new FloodGuard { For = TimeSpan.FromDays(30) } } },
        { "signOn.audience", new SiteSettings { SignOn = new SignOnSettings { Authority = "https://login.example" } } },
        { "signOn.keySet", new SiteSettings { SignOn = new SignOnSettings { Authority = "https://a.example", KeySet = "https://b.example", Audience = "x" } } },
        { "signOn.idClaim", new SiteSettings { SignOn = new SignOnSettings { IdClaim = "" } } },
    };

    [Theory, MemberData(nameof(Mistaken))]
    public void A_mistake_is_named_by_the_path_of_the_setting(string path, SiteSettings settings)
    {
        var decision = _site.Give(new ChangeSettings { Actor = People.Publisher, Settings = settings });

        Refusals.Expect(RefusalCode.SettingsInvalid, decision);
        Assert.StartsWith($"{path} must be", decision.Refusal!.Detail!.Replace("must have", "must be", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var settings = new SiteSettings { SlowMode = TimeSpan.Zero, HoldAtReports = 0, SignOn = new SignOnSettings { NameClaim = " " } };

        var detail = _site.Give(new ChangeSettings { Actor = People.Publisher, Settings = settings }).Refusal!.Detail!;

        Assert.All(["slowMode", "holdAtReports", "signOn.nameClaim"], path => Assert.Contains(path, detail, StringComparison.Ordinal));
    }

    [Fact]
    public void New_settings_take_the_place_of_all_before()
    {
        _site.Give(new ChangeSettings { Actor = People.Publisher, Settings = EverySiteEvent.Settings });
        _site.Give(new ChangeSettings { Actor = People.Publisher, Settings = new SiteSettings { Locked = true } });

        Assert.Equal(new SiteSettings { Locked = true }, _site.State.Settings);
        Refusals.ExpectAlready(_site.Give(new ChangeSettings { Actor = People.Publisher, Settings = new SiteSettings { Locked = true } }));
    }

    [Theory]
    [InlineData(0, "Be kind", "rules[0].number")]
    [InlineData(1, " ", "rules[0].title")]
    [InlineData(1, "Two\nlines", "rules[0].title")]
    public void A_rule_with_a_mistake_is_refused(int number, string title, string path)
    {
        var decision = _site.Give(new ChangePolicy { Actor = People.Publisher, Rules = [new(number, title, "")] });

        Refusals.Expect(RefusalCode.PolicyInvalid, decision);
        Assert.StartsWith(path, decision.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rules_of_one_number_are_refused() =>
        Refusals.Expect(RefusalCode.PolicyInvalid, _site.Give(new ChangePolicy { Actor = People.Publisher, Rules = [new(1, "a", ""), new(1, "b", "")] }));

    [Fact]
    public void A_step_whose_rule_is_gone_goes_on_without_one()
    {
        _site.Give(new ChangePolicy { Actor = People.Publisher, Rules = [new(1, "Be kind", ""), new(2, "No ads", "")] });
        _site.Give(new ChangeScreening
        {
            Actor = People.Publisher,
            Steps = [new() { Step = StepNames.Words, Rule = 1 }, new() { Step = StepNames.Links, Rule = 2 }],
            Limits = new ScreeningLimits(),
            Nudges = true,
        });

        _site.Give(new ChangePolicy { Actor = People.Publisher, Rules = [new(1, "Be very kind", "")] });

        Assert.Equal([1, null], _site.State.Screening.Steps.Select(step => step.Rule));
    }

    [Fact]
    public void A_step_of_a_rule_that_the_policy_does_not_have_is_refused()
    {
        var decision = _site.Give(new ChangeScreening { Actor = People.Admin, Steps = [new() { Step = StepNames.Words, Rule = 4 }], Limits = new(), Nudges = true });

        Refusals.Expect(RefusalCode.SettingsInvalid, decision);
        Assert.Contains("rule 4", decision.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_lists_with_mistakes_are_refused_and_each_is_named()
    {
        var decision = _site.Give(new ChangeWords { Actor = People.Moderator, Words = new WordLists { Banned = ["foo", "*"], Allowed = [""] } });

        Refusals.Expect(RefusalCode.WordsInvalid, decision);
        Assert.Contains("words:banned[1]", decision.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Contains("words:allowed[0]", decision.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_great_many_mistakes_the_first_are_told()
    {
        var decision = _site.Give(new ChangeWords { Actor = People.Moderator, Words = new WordLists { Banned = [.. Enumerable.Repeat("", 1_000)] } });

        Assert.EndsWith("And 900 more.", decision.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Changing_the_policy_leaves_the_compiled_words_alone()
    {
        _site.Give(new ChangeWords { Actor = People.Moderator, Words = new WordLists { Banned = ["foo"] } });
        var words = _site.State.Screening.Words;

        _site.Give(new ChangePolicy { Actor = People.Publisher, Rules = [new(1, "Be kind", "")] });

        Assert.Same(words, _site.State.Screening.Words);
    }
}
