using CsCheck;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;
using Xunit;

namespace Realtime.Discussion.Tests.Sites;

/// <summary>What holds for every site, whatever was asked of it.</summary>
public class SiteProperties
{
    private static readonly Actor[] Crowd = [People.Ani, People.Bagrat, People.Moderator, People.Publisher, People.Admin];
    private static readonly Gen<Actor> Anybody = Gen.OneOf(Crowd);
    private static readonly DateTimeOffset Morning = new LiveSite().Now;

    private static readonly Gen<SiteCommand> Any = Gen.Frequency<SiteCommand>(
        (3, Gen.Select(Anybody, Gen.Int[-1, 3], Gen.Bool).Select(SiteCommand (who, reports, locked) =>
            new ChangeSettings { Actor = who, Settings = new SiteSettings { HoldAtReports = reports, Locked = locked } })),
        (3, Gen.Select(Anybody, Gen.Int[0, 4].List[0, 4]).Select(SiteCommand (who, numbers) =>
            new ChangePolicy { Actor = who, Rules = [.. numbers.Select(number => new PolicyRule(number, $"Rule {number}", "text"))] })),
        (3, Gen.Select(Anybody, Gen.OneOf("foo", "bar", "*", "").List[0, 3]).Select(SiteCommand (who, words) =>
            new ChangeWords { Actor = who, Words = new WordLists { Banned = words } })),
        (3, Gen.Select(Anybody, Gen.OneOf(StepNames.Words, StepNames.Links, "none"), Gen.Int[-2, 4], Gen.Bool).Select(SiteCommand (who, step, rule, on) =>
            new ChangeScreening { Actor = who, Steps = [new() { Step = step, On = on, Rule = rule > 0 ? rule : null }], Limits = new(), Nudges = on })),
        (4, Gen.Select(Anybody, Anybody, Gen.Int[0, 15]).Select(SiteCommand (who, whom, roles) => new GiveRoles { Actor = who, User = whom.Id, Roles = (Roles)roles })),
        (3, Gen.Select(Anybody, Gen.OneOf("a", "b", "c", "?"), Gen.OneOf("signOn", "hook", "none")).Select(SiteCommand (who, id, purpose) =>
            new AddSecret { Actor = who, Id = id, Purpose = purpose, Sealed = "s" })),
        (2, Gen.Select(Anybody, Gen.OneOf("a", "b", "c")).Select(SiteCommand (who, id) => new RemoveSecret { Actor = who, Id = id })),
        (8, Gen.Select(Anybody, Anybody, Gen.Int[0, 4], Gen.Int[-500, 900]).Select(SiteCommand (who, whom, kind, until) =>
            new ImposeSanction { Actor = who, User = whom.Id, Kind = (SanctionKind)kind, Until = until > 0 ? Morning.AddSeconds(until) : null, Reason = "rule 2" })),
        (4, Gen.Select(Anybody, Anybody, Gen.Int[0, 20]).Select(SiteCommand (who, whom, id) => new LiftSanction { Actor = who, User = whom.Id, Id = id })),
        (4, Gen.Select(Anybody, Gen.Int[0, 20]).Select(SiteCommand (who, id) => new AcknowledgeWarning { Actor = who, Id = id })));

    private static readonly Gen<LiveSite> Sites = Any.List[0, 120].Select(Given);

    [Fact]
    public void Replaying_the_journal_gives_the_live_state() => Sites.Sample(site => Same(site.State, site.Replay()));

    [Fact]
    public void A_snapshot_and_the_tail_give_the_live_state() => Gen.Select(Sites, Gen.Double.Unit).Sample((site, share) =>
    {
        var cut = (int)(site.Journal.Count * share);
        return Same(site.State, site.Replay(from: SiteSnapshotCodec.Decode(SiteSnapshotCodec.Encode(site.Replay(cut)))!, after: cut));
    });

    [Fact]
    public void A_decision_changes_nothing_and_a_command_given_again_at_once_makes_no_second_event() => Gen.Select(Sites, Any).Sample((site, command) =>
    {
        var before = SiteSnapshotCodec.Encode(site.State).ToArray();
        SiteRules.Decide(site.State, command, site.Now);
        Assert.Equal(before, SiteSnapshotCodec.Encode(site.State).ToArray());
        site.Give(command);
        Assert.False(site.Give(command).IsAccepted);
    });

    [Fact]
    public void What_is_kept_is_sound_at_any_time() => Sites.Sample(site =>
    {
        Assert.Empty(site.State.Settings.Mistakes());
        Assert.Empty(site.State.Screening.Mistakes());
        Assert.All(site.State.Secrets.CountBy(secret => secret.Purpose), purpose => Assert.InRange(purpose.Value, 1, 2));
        Assert.DoesNotContain(site.State.Sanctions.Values, sanctions => sanctions.IsEmpty);
    });

    [Fact]
    public void A_damaged_snapshot_is_passed_over() => Gen.Select(Sites, Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample((site, at, change) =>
    {
        var bytes = SiteSnapshotCodec.Encode(site.State).ToArray();
        bytes[at % bytes.Length] ^= change;
        return SiteSnapshotCodec.Decode(bytes) is null;
    });

    private static LiveSite Given(IEnumerable<SiteCommand> commands)
    {
        var site = new LiveSite();
        foreach (var command in commands)
        {
            site.Give(command);
            site.Now += TimeSpan.FromSeconds(7);
        }

        return site;
    }

    private static bool Same(Site one, Site other) => SiteSnapshotCodec.Encode(one).Span.SequenceEqual(SiteSnapshotCodec.Encode(other).Span);
}
