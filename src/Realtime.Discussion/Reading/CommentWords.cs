using Realtime.Discussion.Comments;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Reading;

/// <summary>The words of one revision of a comment, as they stand in the journal, with the passage that the comment quotes.</summary>
public sealed record CommentWords(int Revision, CommentBody Body, Quote? Quote)
{
    /// <summary>What screening found in them. Only moderators are shown it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
