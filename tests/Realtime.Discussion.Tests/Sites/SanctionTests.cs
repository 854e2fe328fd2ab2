using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Sites;

public class SanctionTests
{
    private readonly LiveSite _site = new();

    [Fact]
    public void A_ban_refuses_until_it_is_lifted()
    {
        var ban = _site.Impose(People.Moderator, People.Ani, reason: "Rule 2");
        Assert.Equal((RefusalCode.Banned, "Rule 2"), (_site.Standing(People.Ani).Refused!.Code, _site.Standing(People.Ani).Refused!.Detail));

        _site.Lift(People.Moderator, People.Ani, ban.Number);

        Assert.Equal(Standing.Good, _site.Standing(People.Ani));
        Refusals.Expect(RefusalCode.SanctionUnknown, _site.Lift(People.Moderator, People.Ani, ban.Number));
    }

    [Fact]
    public void A_suspension_ends_by_itself()
    {
        _site.Impose(People.Moderator, People.Ani, SanctionKind.Suspend, _site.Now.AddDays(1));
        Assert.Equal(_site.Now.AddDays(1), _site.Standing(People.Ani).Refused!.Until);

        _site.Now += TimeSpan.FromDays(1);

        Assert.Equal(Standing.Good, _site.Standing(People.Ani));
    }

    [Fact]
    public void A_warning_is_acknowledged_by_the_person_and_by_nobody_else()
    {
        var warning = _site.Impose(People.Moderator, People.Ani, SanctionKind.Warn).Number;
        Assert.Equal(RefusalCode.WarningUnacknowledged, _site.Standing(People.Ani).Refused!.Code);
        Refusals.Expect(RefusalCode.SanctionUnknown, _site.Give(new AcknowledgeWarning { Actor = People.Bagrat, Id = warning }));

        Assert.True(_site.Give(new AcknowledgeWarning { Actor = People.Ani, Id = warning }).IsAccepted);

        Assert.Equal(Standing.Good, _site.Standing(People.Ani));
    }

    [Fact]
    public void A_ban_is_not_acknowledged_away()
    {
        var ban = _site.Impose(People.Moderator, People.Ani).Number;

        Refusals.Expect(RefusalCode.SanctionUnknown, _site.Give(new AcknowledgeWarning { Actor = People.Ani, Id = ban }));
    }

    [Fact]
    public void Shadow_and_review_refuse_nothing()
    {
        _site.Impose(People.Moderator, People.Ani, SanctionKind.Shadow);
        _site.Impose(People.Moderator, People.Ani, SanctionKind.Review);

        Assert.Equal(new Standing(null, IsShadowed: true, IsReviewed: true), _site.Standing(People.Ani));
    }

    [Fact]
    public void The_same_asked_twice_by_one_moderator_is_one_sanction()
    {
        var first = _site.Impose(People.Moderator, People.Ani);
        var again = _site.Impose(People.Moderator, People.Ani);

        Refusals.ExpectAlready(again);
        Assert.Equal(first.Number, again.Number);
    }

    [Theory]
    [InlineData(SanctionKind.Suspend, null, "until")]
    [InlineData(SanctionKind.Suspend, -1, "until")]
    [InlineData(SanctionKind.Warn, 60, "until")]
    [InlineData((SanctionKind)9, null, "kind")]
    public void A_sanction_that_makes_no_sense_is_refused(SanctionKind kind, int? untilSeconds, string about)
    {
        var decision = _site.Impose(People.Moderator, People.Ani, kind, untilSeconds is { } seconds ? _site.Now.AddSeconds(seconds) : null);

        Refusals.Expect(RefusalCode.SanctionInvalid, decision);
        Assert.StartsWith(about, decision.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sanction_needs_a_reason() => Refusals.Expect(RefusalCode.SanctionInvalid, _site.Impose(People.Moderator, People.Ani, reason: " "));

    [Fact]
    public void Nobody_sanctions_themselves() => Refusals.Expect(RefusalCode.SanctionInvalid, _site.Impose(People.Moderator, People.Moderator));

    [Fact]
    public void A_guest_is_given_no_roles() =>
        Refusals.Expect(RefusalCode.RoleUnknown, _site.GiveRoles(People.Admin, People.Commenter("guest:1"), Roles.Moderator));

    [Fact]
    public void Those_that_have_ended_are_not_kept_for_ever()
    {
        for (var i = 1; i <= 63; i++) _site.Impose(People.Moderator, People.Commenter($"c{i}"), SanctionKind.Suspend, _site.Now.AddSeconds(1));
        _site.Now += TimeSpan.FromSeconds(1);

        _site.Impose(People.Moderator, People.Ani);

        Assert.Equal([People.Ani.Id], _site.State.Sanctions.Keys);
    }

    [Fact]
    public void The_stricter_of_here_and_everywhere_holds()
    {
        var everywhere = new LiveSite();
        everywhere.Impose(People.Admin, People.Ani, everywhere: true);
        _site.Impose(People.Moderator, People.Ani, SanctionKind.Shadow);

        var standing = new HouseRules(new DiscussionRules(), _site.State, everywhere.State).StandingOf(People.Ani.Id, _site.Now);

        Assert.Equal((RefusalCode.Banned, true), (standing.Refused!.Code, standing.IsShadowed));
    }
}
