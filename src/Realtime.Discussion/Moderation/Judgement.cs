using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Moderation;

/// <summary>What moderators decided about a comment last.</summary>
/// <param name="Decision">One of <see cref="Decisions"/>, marks not among them.</param>
/// <param name="By">The moderator, under the name they had then.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The revision that it is about.</param>
/// <param name="Count">How often the comment has been decided about, this time included.</param>
public sealed record Judgement(string Decision, Author By, DateTimeOffset At, int Revision, int Count)
{
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the policy that the comment breaks.</summary>
    public int? Rule { get; init; }

    /// <summary>For the author, in the moderator's words.</summary>
    public string? Note { get; init; }

    /// <summary>The comment's status before.</summary>
    public CommentStatus Before { get; init; }

    /// <summary>The author had appealed against the judgement before.</summary>
    public bool AnswersAppeal { get; init; }
}
