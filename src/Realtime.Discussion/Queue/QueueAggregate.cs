using System.Text.Json.Serialization;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>The moderation queue for the executor.</summary>
public sealed class QueueAggregate(QueueOptions options) : IAggregate<ModerationQueue, QueueCommand, QueueEvent>
{
    private const byte SnapshotVersion = 1;

    private static readonly JournalEntries<QueueEvent> Entries = new(QueueJson.Stored.QueueEvent, new UnknownQueueEvent { At = default, By = default });

    public ModerationQueue Begin() => ModerationQueue.Empty;

    public Decision Decide(ModerationQueue state, QueueCommand command, DateTimeOffset now) => QueueRules.Decide(state, command, now, options);

    public ModerationQueue Apply(ModerationQueue state, QueueEvent @event) => state.Apply(@event);

    public ReadOnlyMemory<byte> Encode(QueueEvent @event) => Entries.Encode(@event);

    public QueueEvent Decode(ReadOnlySpan<byte> entry) => Entries.Decode(entry);

    public ReadOnlyMemory<byte> ToSnapshot(ModerationQueue state) => SealedSnapshot.Write(SnapshotVersion, QueueSnapshot.Of(state), QueueJson.Stored.QueueSnapshot);

    public ModerationQueue? FromSnapshot(ReadOnlyMemory<byte> snapshot) =>
        SealedSnapshot.Read(SnapshotVersion, snapshot, QueueJson.Stored.QueueSnapshot)?.ToQueue();

    /// <summary>Reading an item from a snapshot costs about what applying an entry does.</summary>
    public int WeightOf(ModerationQueue state) => state.Count / 2;
}

/// <summary>A queue as it stands in a snapshot: in one order, so that equal states have equal bytes.</summary>
internal sealed record QueueSnapshot(IReadOnlyList<QueueItem> Items, IReadOnlyList<StoredClaim> Claims, IReadOnlyList<StoredDeparture> Departures)
{
    public static QueueSnapshot Of(ModerationQueue queue) => new(
        [.. queue.Index.All.Select(place => queue.Items[place.Key])],
        [.. queue.Claims.OrderBy(claim => claim.Key).Select(claim => new StoredClaim(claim.Key.Article, claim.Key.Number, claim.Value))],
        [.. queue.Departures.All.Select(StoredDeparture.Of)]);

    public ModerationQueue ToQueue() => ModerationQueue.Of(
        Items,
        Claims.Select(claim => KeyValuePair.Create(new QueueKey(claim.Article, claim.Number), claim.Claim)),
        Departures.Select(departure => departure.ToDeparture()));
}

internal sealed record StoredClaim(ArticleId Article, int Number, Claim Claim);

internal sealed record StoredDeparture(ArticleId Article, int Number, ThreadPosition Through, DateTimeOffset At, DecidedBefore? Decided = null)
{
    public static StoredDeparture Of(Departure departure) =>
        new(departure.Key.Article, departure.Key.Number, departure.Through, departure.At, departure.Decided);

    public Departure ToDeparture() => new(new QueueKey(Article, Number), Through, At, Decided);
}

[JsonSerializable(typeof(QueueEvent))]
[JsonSerializable(typeof(QueueItem))]
[JsonSerializable(typeof(QueueSnapshot))]
internal sealed partial class QueueJson : JsonSerializerContext
{
    public static readonly QueueJson Stored = new(JournalJson.Options());
}
