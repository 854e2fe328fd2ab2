using Realtime.Discussion.Aggregates;

namespace Realtime.Discussion.Sites;

/// <summary>A site, to whoever runs aggregates.</summary>
public sealed class SiteAggregate : IAggregate<Site, SiteCommand, SiteEvent>
{
    public Site Begin() => Site.Unset;

    public Decision Decide(Site state, SiteCommand command, DateTimeOffset now) => SiteRules.Decide(state, command, now);

    public Site Apply(Site state, SiteEvent @event) => state.Apply(@event);

    public ReadOnlyMemory<byte> Encode(SiteEvent @event) => SiteEventCodec.Encode(@event);

    public SiteEvent Decode(ReadOnlySpan<byte> entry) => SiteEventCodec.Decode(entry);

    public ReadOnlyMemory<byte> ToSnapshot(Site state) => SiteSnapshotCodec.Encode(state);

    public Site? FromSnapshot(ReadOnlyMemory<byte> snapshot) => SiteSnapshotCodec.Decode(snapshot);
}
