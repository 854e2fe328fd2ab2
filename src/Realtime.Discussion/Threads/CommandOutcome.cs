using Realtime.Discussion.Comments;

namespace Realtime.Discussion.Threads;

/// <summary>The thread's answer to a command. It is given only after what it tells is in the journal.</summary>
[GenerateSerializer, Immutable, Alias("command-outcome")]
public sealed record CommandOutcome
{
    [Id(0)]
    public Refusal? Refusal { get; init; }

    /// <summary>The thread's position after the command.</summary>
    [Id(1)]
    public ThreadPosition Position { get; init; }

    /// <summary>The comment concerned, 0 when the command was about the thread.</summary>
    [Id(2)]
    public int Number { get; init; }

    /// <summary>True when the command had been carried out before: this is the original's answer.</summary>
    [Id(3)]
    public bool Repeated { get; init; }

    /// <summary>When it was decided; a comment's <c>createdAt</c> or <c>editedAt</c>.</summary>
    [Id(4)]
    public DateTimeOffset At { get; init; }

    /// <summary>The status that the comment posted or edited has now; null when the command was about something else.</summary>
    [Id(5)]
    public CommentStatus? Status { get; init; }

    public static CommandOutcome Refused(RefusalCode code) => new() { Refusal = new Refusal(code) };
}
