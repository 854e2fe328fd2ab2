using System.Diagnostics.CodeAnalysis;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Aggregates;

/// <summary>What becomes of a command: one event, nothing (because it is already so), or a refusal.</summary>
public sealed class Decision
{
    private Decision(JournalEvent? @event, Refusal? refusal, int number) => (Event, Refusal, Number) = (@event, refusal, number);

    /// <summary>The event to append; null when nothing is to change.</summary>
    public JournalEvent? Event { get; }

    public Refusal? Refusal { get; }

    /// <summary>The comment concerned, 0 when the command is about something else.</summary>
    public int Number { get; }

    /// <summary>The status of the comment posted or edited, with this command in it; null when the command is about something else.</summary>
    public CommentStatus? Status { get; private init; }

    [MemberNotNullWhen(true, nameof(Event))]
    public bool IsAccepted => Event is not null;

    public static Decision Accept(JournalEvent @event, int number = 0, CommentStatus? status = null) => new(@event, null, number) { Status = status };

    /// <summary>The state is already what the command asks for, e.g. because it is a repetition.</summary>
    public static Decision Already(int number = 0, CommentStatus? status = null) => new(null, null, number) { Status = status };

    public static Decision Refuse(RefusalCode code, int? newerRevision = null) => new(null, new Refusal(code, newerRevision), 0);

    public static Decision Refuse(Refusal refusal) => new(null, refusal, 0);
}
