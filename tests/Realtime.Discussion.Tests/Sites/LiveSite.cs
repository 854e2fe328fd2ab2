using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Discussion.Tests.Sites;

/// <summary>A site as its grain keeps it: decides, journals, applies. The clock stands unless a test turns it.</summary>
internal sealed class LiveSite
{
    private static readonly SiteAggregate Aggregate = new();

    public Site State { get; private set; } = Aggregate.Begin();

    public List<ReadOnlyMemory<byte>> Journal { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public Decision Give(SiteCommand command)
    {
        var decision = Aggregate.Decide(State, command, Now);
        if (decision.IsAccepted) Append(Aggregate.Encode((SiteEvent)decision.Event));
        return decision;
    }

    public void Append(ReadOnlyMemory<byte> entry)
    {
        Journal.Add(entry);
        State = Aggregate.Apply(State, Aggregate.Decode(entry.Span));
    }

    public Decision Impose(
        Actor by, Actor on, SanctionKind kind = SanctionKind.Ban, DateTimeOffset? until = null, string reason = "rule 2", bool everywhere = false) =>
        Give(new ImposeSanction { Actor = by, User = on.Id, Kind = kind, Until = until, Reason = reason, Everywhere = everywhere });

    public Decision Lift(Actor by, Actor of, int id) => Give(new LiftSanction { Actor = by, User = of.Id, Id = id });

    public Decision GiveRoles(Actor by, Actor to, Roles roles) => Give(new GiveRoles { Actor = by, User = to.Id, Roles = roles });

    public Decision AddSecret(Actor by, string id, string purpose = SecretPurposes.SignOn, string @sealed = "sealed") =>
        Give(new AddSecret { Actor = by, Id = id, Purpose = purpose, Sealed = @sealed });

    public Standing Standing(Actor of) => State.StandingOf(of.Id, Now);

    public Site Replay(int count = int.MaxValue, Site? from = null, int after = 0) =>
        Journal.Skip(after).Take(count).Aggregate(from ?? Aggregate.Begin(), (site, entry) => Aggregate.Apply(site, Aggregate.Decode(entry.Span)));
}
