using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Feeds;

/// <summary>This host's copy of an aggregate's state, kept current. All members may be called from any thread at any time, and cost next to nothing.</summary>
public interface IAggregateCopy<TState, TEvent>
    where TState : class
    where TEvent : JournalEvent
{
    /// <summary>The state now. Immutable: hold on to it for as long as one answer needs it.</summary>
    TState State { get; }

    ThreadPosition Position { get; }

    /// <summary>State, position, and the events behind <paramref name="since"/>; no events (null) when they are no longer here: start afresh from the state.</summary>
    (TState State, ThreadPosition Position, IReadOnlyList<TEvent>? Events) Since(ThreadPosition since);

    /// <summary>Has <paramref name="advanced"/> called after every step forward, outside all locks: it must return at once. Dispose the answer to stop.</summary>
    IDisposable Follow(Action advanced);

    /// <summary>Returns true as soon as the copy has reached the position (or a newer epoch), false after <paramref name="patience"/>.</summary>
    ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation);
}

internal sealed class AggregateCopy<TState, TCommand, TEvent>(FedCopy<StateCopy<TState, TCommand, TEvent>, TEvent> fed) : IAggregateCopy<TState, TEvent>
    where TState : class
    where TEvent : JournalEvent
{
    public TState State => fed.Read(copy => copy.State);

    public ThreadPosition Position => fed.Position;

    public (TState State, ThreadPosition Position, IReadOnlyList<TEvent>? Events) Since(ThreadPosition since) =>
        fed.Read(copy => (copy.State, copy.Position, copy.EventsBehind(since)));

    public IDisposable Follow(Action advanced) => fed.Followers.Add(advanced, attended: null);

    public ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation) =>
        fed.ReachAsync(position, patience, cancellation);
}
