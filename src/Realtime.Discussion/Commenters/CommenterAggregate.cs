using System.Text.Json.Serialization;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Commenters;

/// <summary>A commenter for the executor.</summary>
public sealed class CommenterAggregate : IAggregate<Commenter, CommenterCommand, CommenterEvent>
{
    private const byte SnapshotVersion = 1;

    private static readonly JournalEntries<CommenterEvent> Entries =
        new(CommenterJson.Stored.CommenterEvent, new UnknownCommenterEvent { At = default, By = default });

    /// <summary>Most who sign in never have anything of their own, and of whoever has been erased nothing stays.</summary>
    public bool MayBeDeleted => true;

    public Commenter Begin() => Commenter.Unknown;

    public Decision Decide(Commenter state, CommenterCommand command, DateTimeOffset now) => CommenterRules.Decide(state, command, now);

    public Commenter Apply(Commenter state, CommenterEvent @event) => state.Apply(@event);

    public ReadOnlyMemory<byte> Encode(CommenterEvent @event) => Entries.Encode(@event);

    public CommenterEvent Decode(ReadOnlySpan<byte> entry) => Entries.Decode(entry);

    public ReadOnlyMemory<byte> ToSnapshot(Commenter state) =>
        SealedSnapshot.Write(SnapshotVersion, CommenterSnapshot.Of(state), CommenterJson.Stored.CommenterSnapshot);

    public Commenter? FromSnapshot(ReadOnlyMemory<byte> snapshot) =>
        SealedSnapshot.Read(SnapshotVersion, snapshot, CommenterJson.Stored.CommenterSnapshot)?.ToCommenter();
}

/// <summary>A commenter as they stand in a snapshot: in one order, so that equal states have equal bytes.</summary>
internal sealed record CommenterSnapshot(
    IReadOnlyList<UserId> Ignored, StoredInbox Inbox, Profile? Profile = null, DateTimeOffset? FirstSeen = null, DateTimeOffset? ErasedAt = null)
{
    public static CommenterSnapshot Of(Commenter commenter) => new(
        [.. commenter.Ignored.OrderBy(user => user.Value, StringComparer.Ordinal)],
        StoredInbox.Of(commenter.Inbox),
        commenter.Profile,
        commenter.FirstSeen,
        commenter.ErasedAt);

    public Commenter ToCommenter() => new()
    {
        Profile = Profile,
        FirstSeen = FirstSeen,
        ErasedAt = ErasedAt,
        Ignored = [.. Ignored],
        Inbox = Commenters.Inbox.Of(Inbox.Last, Inbox.ReadThrough, Inbox.Floor, Inbox.Entries),
    };
}

internal sealed record StoredInbox(long Last, long ReadThrough, DateTimeOffset Floor, IReadOnlyList<InboxEntry> Entries)
{
    public static StoredInbox Of(Inbox inbox) => new(
        inbox.Last,
        inbox.ReadThrough,
        inbox.Floor,
        [.. inbox.Items.Concat(inbox.Withdrawn).OrderBy(entry => entry.Key).Select(entry => new InboxEntry(entry.Key, entry.Value))]);
}

[JsonSerializable(typeof(CommenterEvent))]
[JsonSerializable(typeof(CommenterSnapshot))]
internal sealed partial class CommenterJson : JsonSerializerContext
{
    public static readonly CommenterJson Stored = new(JournalJson.Options());
}
