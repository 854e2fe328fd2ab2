using System.Text;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Tests.Sites;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Privacy;

public class SiteRedactionTests
{
    private readonly LiveSite _site = new();

    [Fact]
    public void A_ban_in_force_outlives_the_erasure_without_a_reason()
    {
        _site.Impose(Moderator, Ani, reason: "the words of Ani");

        var sanction = Assert.Single(Erased(Ani).SanctionsOf(Ani.Id));

        Assert.Equal((1, SanctionKind.Ban, null, ""), (sanction.Id, sanction.Kind, sanction.Until, sanction.Reason));
        Assert.NotNull(Erased(Ani).StandingOf(Ani.Id, _site.Now).Refused);
    }

    [Fact]
    public void What_has_ended_was_lifted_or_was_a_warning_does_not()
    {
        _site.Impose(Moderator, Ani, SanctionKind.Suspend, _site.Now.AddDays(1));
        _site.Lift(Moderator, Ani, _site.Impose(Moderator, Ani, SanctionKind.Review).Number);
        _site.Impose(Moderator, Ani, SanctionKind.Warn);
        _site.Now = _site.Now.AddDays(2);

        Assert.Empty(Erased(Ani).Sanctions);
        Assert.Equal(3, Erased(Ani).LastSanction);
        Assert.DoesNotContain(Redacted(Ani), IsAbout(Ani));
    }

    [Fact]
    public void A_role_that_was_given_is_nobodys()
    {
        _site.GiveRoles(Admin, Ani, Roles.Moderator);
        Assert.Empty(Erased(Ani).Roles);
        Assert.DoesNotContain(Redacted(Ani), IsAbout(Ani));
    }

    [Fact]
    public void What_the_person_did_for_the_site_stands_without_them()
    {
        _site.GiveRoles(Admin, Bagrat, Roles.Staff);
        _site.Impose(Moderator, Ani);

        Assert.Equal(Roles.Staff, Erased(Admin).RolesOf(Bagrat.Id));
        Assert.Equal(new Author(UserId.Erased, ""), Assert.Single(Erased(Moderator).SanctionsOf(Ani.Id)).By);
        Assert.DoesNotContain(Redacted(Moderator), IsAbout(Moderator));
    }

    [Fact]
    public void Redacting_what_has_been_redacted_changes_nothing()
    {
        _site.Impose(Moderator, Ani);
        _site.GiveRoles(Admin, Ani, Roles.Staff);
        var outliving = SiteRedaction.Outliving(_site.State, Ani.Id, _site.Now);

        Assert.All(Redacted(Ani), @event => Assert.Null(SiteRedaction.Of(@event, Ani.Id, outliving)));
    }

    private IEnumerable<SiteEvent> Redacted(Actor person)
    {
        var outliving = SiteRedaction.Outliving(_site.State, person.Id, _site.Now);
        return _site.Journal.Select(entry => SiteEventCodec.Decode(entry.Span)).Select(@event => SiteRedaction.Of(@event, person.Id, outliving) ?? @event);
    }

    private Site Erased(Actor person) => Redacted(person).Aggregate(Site.Unset, (site, @event) => site.Apply(@event));

    private static Predicate<SiteEvent> IsAbout(Actor person) => @event =>
        Encoding.UTF8.GetString(SiteEventCodec.Encode(@event).Span) is var text
        && (text.Contains($"\"{person.Id}\"", StringComparison.Ordinal) || text.Contains(person.Name, StringComparison.Ordinal));
}
