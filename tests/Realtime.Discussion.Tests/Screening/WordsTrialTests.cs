using Realtime.Discussion.Moderation;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.DryRuns;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

/// <summary>Screening finds doubt in the word "words" (see <see cref="LiveThread.Doubt"/>); the lists on trial ban blorp and doubt ferries.</summary>
public class WordsTrialTests
{
    private readonly LiveThread _thread = new();
    private WordLists _lists = new() { Banned = ["blorp"], Suspect = ["ferry"], Allowed = ["blorp museum"] };

    [Fact]
    public void What_is_banned_would_go_and_what_is_suspect_would_wait()
    {
        _thread.Post(People.Ani, "A blorp!");
        _thread.Post(People.Ani, "The ferry.");
        _thread.Post(People.Ani, "The bridge, and the blorp museum.");

        Assert.Equal([(1, Decisions.Reject), (2, Decisions.Hold)], Proposed());
    }

    [Fact]
    public void Why_is_told_with_the_place()
    {
        _thread.Post(People.Ani, "A blorp!");

        Assert.Equal(new WordMatch("blorp", WordListKind.Banned, new TextSpan(2, 5)), Assert.Single(Assert.Single(Run()).Matches));
    }

    [Fact]
    public void The_present_words_count_and_no_earlier_ones()
    {
        _thread.Post(People.Ani, "A blorp!");
        _thread.Edit(People.Ani, 1, 1, "A bridge!");
        _thread.Post(People.Ani, "A bridge!");
        _thread.Edit(People.Ani, 2, 1, "A blorp!");

        Assert.Equal((2, 2), (Assert.Single(Run()).Number, Run()[0].Revision));
    }

    [Fact]
    public void What_is_gone_is_left_alone()
    {
        _thread.Post(People.Ani, "A blorp!");
        _thread.Remove(People.Ani, 1);
        _thread.Post(People.Ani, "A blorp!");
        _thread.Reject(People.Moderator, 2);

        Assert.Empty(Run());
    }

    [Fact]
    public void What_waits_for_words_only_would_be_released_when_no_list_has_them()
    {
        _thread.PostHeld(People.Ani);

        Assert.Equal([(1, Decisions.Approve)], Proposed());
        _lists = new WordLists { Suspect = ["words"] };
        Assert.Empty(Run());
        _lists = new WordLists { Banned = ["words"] };
        Assert.Equal([(1, Decisions.Reject)], Proposed());
    }

    [Fact]
    public void What_waits_for_other_reasons_too_would_go_on_waiting()
    {
        _thread.PostHeld(People.Ani);
        _thread.Set(settings => settings with { Moderation = ModerationMode.Pre });
        Assert.Empty(Run());

        _thread.Set(settings => settings with { Moderation = ModerationMode.Post });
        _thread.Sanction(People.Ani, SanctionKind.Review);
        Assert.Empty(Run());
    }

    [Fact]
    public void What_a_moderator_holds_is_not_released()
    {
        _thread.PostHeld(People.Ani);
        _thread.Approve(People.Moderator, 1);
        _thread.Hold(People.Moderator, 1);

        Assert.Empty(Run());
    }

    [Fact]
    public void What_a_moderator_has_approved_changes_by_new_entries_only()
    {
        _thread.Post(People.Ani, "A blorp on the ferry");
        _thread.Approve(People.Moderator, 1);
        _thread.Site = _thread.Site with { Screening = new ScreeningPolicy { Words = new WordLists { Banned = ["blorp"] } } };

        var proposed = Assert.Single(Run());

        Assert.Equal((Decisions.Hold, "ferry", 1), (proposed.Decision, Assert.Single(proposed.Matches).Entry, proposed.After));
    }

    [Theory]
    [InlineData(Verdict.Hold, Decisions.Hold)]
    [InlineData(Verdict.Allow, null)]
    public void The_step_is_as_strict_as_the_site_wants_it(Verdict action, string? decision)
    {
        _thread.Post(People.Ani, "A blorp!");
        _thread.Site = _thread.Site with { Screening = new ScreeningPolicy { Steps = [new StepPolicy { Step = StepNames.Words, Action = action, Rule = 3 }] } };

        Assert.Equal(decision, Run().SingleOrDefault()?.Decision);
    }

    [Fact]
    public void Those_of_the_house_are_not_screened()
    {
        _thread.Post(People.Staff, "A blorp!");
        _thread.Site = _thread.Site with { Roles = _thread.Site.Roles.Add(People.Staff.Id, People.Staff.Roles) };

        Assert.Empty(Run());
    }

    [Fact]
    public void Comments_that_readers_see_or_that_wait_are_counted()
    {
        _thread.Post(People.Ani);
        _thread.PostHeld(People.Ani);
        _thread.Post(People.Ani);
        _thread.Remove(People.Ani, 3);

        Assert.Equal(2, Conclude().Comments);
    }

    private IEnumerable<(int Number, string Decision)> Proposed() => Run().Select(proposed => (proposed.Number, proposed.Decision));

    private IReadOnlyList<ProposedDecision> Run() => Conclude().Proposed;

    private (IReadOnlyList<ProposedDecision> Proposed, int Comments) Conclude()
    {
        var trial = new ThreadTrial(new WordsTrial(_lists, _thread.House));
        foreach (var @event in _thread.Events()) trial.TakeIn(@event);
        return trial.Conclude(_thread.Now);
    }
}
