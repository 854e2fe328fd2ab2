using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Grains.Replicas;

namespace Realtime.Server.Commenting;

/// <summary>Words on their way into a thread: a new comment, or new ones for a comment that is there.</summary>
internal sealed record Submission
{
    public required Actor Actor { get; init; }

    /// <summary>The thread as this host has it.</summary>
    public required IThreadReplica Thread { get; init; }

    public required CommentBody Body { get; init; }

    public int? ReplyTo { get; init; }

    /// <summary>The author has been told what this may break, and submits it all the same.</summary>
    public bool WasWarned { get; init; }

    /// <summary>The comment edited; null for a new one.</summary>
    public WrittenComment? Edited { get; init; }

    /// <summary>Whether this host knows by now that the same was submitted before.</summary>
    public required Func<bool> IsRepetition { get; init; }
}
