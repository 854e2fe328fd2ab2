using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Feeds;

/// <summary>A host's copy of an aggregate whose state is immutable: the state, and the last events for those who follow step by step.</summary>
internal sealed class StateCopy<TState, TCommand, TEvent> : IJournalCopy<TEvent>
    where TState : class
    where TEvent : JournalEvent
{
    private const int RecentEvents = 1024, RecentBytes = 1 << 20;

    private readonly IAggregate<TState, TCommand, TEvent> _kind;
    private readonly Recent<TEvent> _recent = new(RecentEvents, RecentBytes);

    public StateCopy(IAggregate<TState, TCommand, TEvent> kind, Loaded<TState> loaded)
    {
        (_kind, State, Position, LastEntry) = (kind, loaded.State, new ThreadPosition(loaded.Epoch, loaded.Sequence), loaded.LastEntry);
        _recent.Restart(loaded.Sequence);
    }

    public TState State { get; private set; }

    public ThreadPosition Position { get; private set; }

    public ReadOnlyMemory<byte>? LastEntry { get; private set; }

    public bool GoesOnIn(long epoch) => epoch == Position.Epoch || Position == default;

    public void TakeIn(long epoch, long after, IReadOnlyList<(TEvent Event, ReadOnlyMemory<byte> Bytes)> entries)
    {
        for (var i = (int)(Position.Sequence - after); i < entries.Count; i++)
        {
            State = _kind.Apply(State, entries[i].Event);
            _recent.Add(entries[i].Event, entries[i].Bytes.Length);
            LastEntry = entries[i].Bytes;
        }

        Position = new ThreadPosition(epoch, Math.Max(Position.Sequence, after + entries.Count));
    }

    /// <summary>The events behind a position; null when they are no longer here, or the position is of another epoch.</summary>
    public IReadOnlyList<TEvent>? EventsBehind(ThreadPosition since) =>
        (since.Epoch == Position.Epoch || since == default) && _recent.Reaches(since.Sequence) ? _recent.Read(since.Sequence, int.MaxValue, long.MaxValue) : null;
}
