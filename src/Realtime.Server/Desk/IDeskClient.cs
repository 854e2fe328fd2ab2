using System.Runtime.Serialization;
using Realtime.Discussion.Queue;

namespace Realtime.Server.Desk;

/// <summary>What the server calls on a moderator's desk (hub <c>/hubs/desk</c>).</summary>
public interface IDeskClient
{
    /// <summary>
    /// What has become of the items that were touched, every sequence behind <c>from</c> up to <c>to</c>, at most four times a second. It may arrive before the
    /// answer of the <c>Watch</c> that it follows: keep it and take it in after. A range that is not beyond what is known is a repetition.
    /// </summary>
    Task QueueChanged(QueueChanged changes);

    /// <summary>What was shown of the queue no longer holds, and nothing more is sent of it: watch it again without a position.</summary>
    Task QueueReset(QueueReset reset);

    /// <summary>This server stops soon: connect anew after this many milliseconds.</summary>
    Task Draining(int reconnectAfterMs);
}

[DataContract]
public sealed record QueueReset
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }
}

/// <summary>The answer of <c>Watch</c>: with it a desk is current, and live from <see cref="Position"/> on.</summary>
[DataContract]
public sealed record WatchedQueue
{
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    /// <summary>The sequence of <see cref="Position"/>: the first live change has it as its <c>from</c>.</summary>
    [DataMember(Name = "sequence")]
    public required long Sequence { get; init; }

    /// <summary>True when the position handed in could not be resumed from: forget what was shown and begin with <see cref="Page"/>.</summary>
    [DataMember(Name = "reset")]
    public required bool Reset { get; init; }

    /// <summary>What was missed since the position handed in.</summary>
    [DataMember(Name = "changes")]
    public QueueChanged? Changes { get; init; }

    /// <summary>The first page, without a position handed in or after a reset.</summary>
    [DataMember(Name = "page")]
    public QueueView? Page { get; init; }
}
