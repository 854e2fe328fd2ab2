using Realtime.Cli.Wire;

namespace Realtime.Cli.Watching;

/// <summary>What a frame of changes is to somebody who has read up to a certain place.</summary>
internal enum FrameFit
{
    /// <summary>It goes on from here, perhaps telling again a part of what is known: take it in.</summary>
    Follows,

    /// <summary>All of it is known.</summary>
    Repeats,

    /// <summary>Something before it is missing: ask the server again from <see cref="Continuity.Position"/>.</summary>
    Gap,
}

/// <summary>
/// A client's place in a thread, and the whole of the resume protocol's arithmetic. Frames are compared by their sequence numbers; the position is an
/// opaque string that is only kept and handed back. A frame that overlaps what is known is taken in, not asked about: all that changes tell is
/// absolute, and on a busy thread a new question would be answered with the next overlap. Not safe for concurrent use.
/// </summary>
internal sealed class Continuity
{
    private long _sequence;

    /// <summary>The place after the last change taken in; null when there is nothing to resume from.</summary>
    public string? Position { get; private set; }

    public FrameFit Judge(ThreadChanges frame)
    {
        if (Position is null || frame.From > _sequence) return FrameFit.Gap;
        return frame.To <= _sequence ? FrameFit.Repeats : FrameFit.Follows;
    }

    /// <summary>Moves behind a frame that <see cref="FrameFit.Follows"/>.</summary>
    public void Advance(ThreadChanges frame) => (Position, _sequence) = (frame.Position, frame.To);

    /// <summary>Takes the place of an answer, whether it resumed or began afresh.</summary>
    public void Take(WatchedThread answer) => (Position, _sequence) = (answer.Position, answer.Changes?.To ?? answer.Sequence);

    public void Forget() => (Position, _sequence) = (null, 0);
}
