using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>An event that holds the words of one revision of a comment.</summary>
public interface IGivesWords
{
    int Number { get; }

    CommentBody Body { get; }

    /// <summary>The passage quoted; it comes with the first revision.</summary>
    Quote? Quote { get; }

    /// <summary>What screening found in these words.</summary>
    IReadOnlyList<Finding>? Findings { get; }

    /// <summary>The same event with other words and no passage, for a memory that must not keep them.</summary>
    ThreadEvent With(CommentBody body);
}
