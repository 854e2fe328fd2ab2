using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Identity.Roles;

namespace Realtime.Discussion.Tests.Sites;

/// <summary>Role × action: who may give which command to a site, and who may do what outside it.</summary>
public class PermissionTests
{
    private static readonly Roles[] Everybody = [None, Staff, Moderator, Publisher, Admin];

    private static readonly Dictionary<string, (Roles May, Func<Actor, SiteCommand> Command)> Actions = new()
    {
        ["change settings"] = (Publisher | Admin, who => new ChangeSettings { Actor = who, Settings = new SiteSettings { Locked = true } }),
        ["change the policy"] = (Publisher | Admin, who => new ChangePolicy { Actor = who, Rules = [new(1, "Be kind", "")] }),
        ["change words"] = (Moderator | Publisher | Admin, who => new ChangeWords { Actor = who, Words = new WordLists { Banned = ["foo"] } }),
        ["change screening"] = (Publisher | Admin, who => new ChangeScreening { Actor = who, Steps = [], Limits = new ScreeningLimits(), Nudges = false }),
        ["make staff"] = (Publisher | Admin, who => new GiveRoles { Actor = who, User = People.Ani.Id, Roles = Staff }),
        ["make a moderator"] = (Publisher | Admin, who => new GiveRoles { Actor = who, User = People.Ani.Id, Roles = Moderator }),
        ["make a publisher"] = (Admin, who => new GiveRoles { Actor = who, User = People.Ani.Id, Roles = Publisher }),
        ["make an admin"] = (Admin, who => new GiveRoles { Actor = who, User = People.Ani.Id, Roles = Admin | Staff }),
        ["unmake a moderator"] = (Publisher | Admin, who => new GiveRoles { Actor = who, User = new("kept-moderator"), Roles = None }),
        ["unmake an admin"] = (Admin, who => new GiveRoles { Actor = who, User = new("kept-admin"), Roles = None }),
        ["add a secret"] = (Publisher | Admin, who => new AddSecret { Actor = who, Id = "new", Purpose = SecretPurposes.SignOn, Sealed = "s" }),
        ["remove a secret"] = (Publisher | Admin, who => new RemoveSecret { Actor = who, Id = "old" }),
        ["warn a commenter"] = (Moderator | Admin, who => Impose(who, "ani", SanctionKind.Warn)),
        ["ban a commenter"] = (Moderator | Admin, who => Impose(who, "ani", SanctionKind.Ban)),
        ["ban staff"] = (Moderator | Admin, who => Impose(who, "kept-staff", SanctionKind.Ban)),
        ["ban a moderator"] = (Admin, who => Impose(who, "kept-moderator", SanctionKind.Ban)),
        ["ban a publisher"] = (Admin, who => Impose(who, "kept-publisher", SanctionKind.Ban)),
        ["ban an admin"] = (Admin, who => Impose(who, "kept-admin", SanctionKind.Ban)),
        ["ban everywhere"] = (Admin, who => Impose(who, "ani", SanctionKind.Ban) with { Everywhere = true }),
        ["lift a ban"] = (Moderator | Admin, who => new LiftSanction { Actor = who, User = new("banned"), Id = 1 }),
        ["lift a ban everywhere"] = (Admin, who => new LiftSanction { Actor = who, User = new("banned"), Id = 1, Everywhere = true }),
    };

    public static TheoryData<string> ActionNames => [.. Actions.Keys];

    [Theory, MemberData(nameof(ActionNames))]
    public void A_command_is_taken_from_those_who_may_give_it_and_from_nobody_else(string action)
    {
        var (may, command) = Actions[action];

        Assert.All(Everybody, role =>
        {
            var decision = Kept().Give(command(new Actor(new UserId("somebody"), "Somebody", role)));
            Assert.Equal((role & may) != 0, decision.IsAccepted);
            if (!decision.IsAccepted) Refusals.Expect(RefusalCode.NotAllowed, decision);
        });
    }

    [Theory]
    [InlineData(Permission.Moderate, Moderator | Admin)]
    [InlineData(Permission.Publish, Publisher | Admin)]
    [InlineData(Permission.Operate, Admin)]
    [InlineData(Permission.ReadQueue, Moderator | Admin)]
    [InlineData(Permission.ReadAudit, Moderator | Publisher | Admin)]
    [InlineData(Permission.ReadSettings, Moderator | Publisher | Admin)]
    [InlineData(Permission.ReadSanctions, Moderator | Admin)]
    [InlineData(Permission.ReadPeople, Moderator | Admin)]
    [InlineData(Permission.ExportPeople, Admin)]
    [InlineData(Permission.ErasePeople, Admin)]
    [InlineData(Permission.EraseEverywhere, Admin)]
    public void What_hosts_ask_the_table_for_has_these_holders(Permission permission, Roles may) =>
        Assert.All(Everybody, role => Assert.Equal((role & may) != 0, role.May(permission)));

    [Fact]
    public void Every_permission_is_in_the_table_and_an_admin_has_it() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.True(People.Admin.May(permission)));

    [Fact]
    public void Nobody_has_a_permission_without_a_role() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.False(People.Ani.May(permission)));

    private static ImposeSanction Impose(Actor who, string user, SanctionKind kind) => new() { Actor = who, User = new(user), Kind = kind, Reason = "rule 2" };

    private static LiveSite Kept()
    {
        var site = new LiveSite();
        site.AddSecret(People.Admin, "old");
        foreach (var role in Everybody[1..]) site.GiveRoles(People.Admin, People.Commenter($"kept-{$"{role}".ToLowerInvariant()}"), role);
        site.Impose(People.Moderator, People.Commenter("banned"));
        return site;
    }
}
