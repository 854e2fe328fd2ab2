using Realtime.Discussion.Aggregates;

namespace Realtime.Discussion.Threads;

/// <summary>The thread as the executor sees it.</summary>
/// <param name="house">What holds outside the thread, asked anew for every decision.</param>
public sealed class ThreadAggregate(Func<HouseRules> house) : IAggregate<ArticleThread, ThreadCommand, ThreadEvent>
{
    public ArticleThread Begin() => new();

    public Decision Decide(ArticleThread state, ThreadCommand command, DateTimeOffset now) => ThreadRules.Decide(state, command, now, house());

    public ArticleThread Apply(ArticleThread state, ThreadEvent @event)
    {
        state.Apply(@event);
        return state;
    }

    public ReadOnlyMemory<byte> Encode(ThreadEvent @event) => ThreadEventCodec.Encode(@event);

    public ThreadEvent Decode(ReadOnlySpan<byte> entry) => ThreadEventCodec.Decode(entry);

    public ReadOnlyMemory<byte> ToSnapshot(ArticleThread state) => ThreadSnapshotCodec.Encode(state);

    public ArticleThread? FromSnapshot(ReadOnlyMemory<byte> snapshot) => ThreadSnapshotCodec.Decode(snapshot);

    /// <summary>A quarter of the thread's comments: the cost of snapshots per comment stays flat.</summary>
    public int WeightOf(ArticleThread state) => state.LastNumber / 4;
}
