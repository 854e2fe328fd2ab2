namespace Realtime.Discussion.Aggregates;

/// <summary>
/// What the executor must know of a kind of aggregate: command → Decide → journal → Apply → publish. All members are pure, so that replaying the journal gives the
/// live state; <typeparamref name="TState"/> is either immutable, or belongs to whoever called <see cref="Begin"/> alone.
/// </summary>
/// <typeparam name="TState">The state after a number of events.</typeparam>
/// <typeparam name="TCommand">What somebody asks of it.</typeparam>
/// <typeparam name="TEvent">A fact in its journal.</typeparam>
public interface IAggregate<TState, in TCommand, TEvent>
    where TState : class
    where TEvent : JournalEvent
{
    /// <summary>The state of an empty journal.</summary>
    TState Begin();

    /// <summary>Changes nothing. The event of an accepted decision is a <typeparamref name="TEvent"/>.</summary>
    Decision Decide(TState state, TCommand command, DateTimeOffset now);

    /// <summary>The state with the event in it: the same object, changed, or another one. Never throws on an event that was journalled.</summary>
    TState Apply(TState state, TEvent @event);

    ReadOnlyMemory<byte> Encode(TEvent @event);

    /// <summary>Never throws: an entry that this program cannot read is an event that changes nothing it need not change.</summary>
    TEvent Decode(ReadOnlySpan<byte> entry);

    ReadOnlyMemory<byte> ToSnapshot(TState state);

    /// <summary>Null when the bytes are of another version or damaged: the journal is then replayed from its beginning.</summary>
    TState? FromSnapshot(ReadOnlyMemory<byte> snapshot);

    /// <summary>There is no journal before the first entry, and all of it may be deleted: then it is as if there had never been one.</summary>
    bool MayBeDeleted => false;

    /// <summary>About how many entries a snapshot of the state is worth: no snapshot is made before that many have been appended since the last.</summary>
    int WeightOf(TState state) => 0;
}
