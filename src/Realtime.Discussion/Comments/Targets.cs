using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Comments;

/// <summary>Whether there is, for this person, a comment to do something to.</summary>
internal static class Targets
{
    /// <summary>Null when it stands for them; else that it has been taken away, or, when they never could know of it, that there is none.</summary>
    public static RefusalCode? Refuse(Comment comment, Actor actor)
    {
        if (comment.IsPublished || (comment.Stands && Viewer.Of(actor).SeesHidden(comment))) return null;
        return comment.IsKnownTo(actor) ? RefusalCode.CommentRemoved : RefusalCode.CommentUnknown;
    }

    /// <summary>The same for what only readers' comments take: reactions and reports.</summary>
    public static RefusalCode? RefusePublic(Comment comment) =>
        comment.IsPublished ? null : comment.HasBeenPublic ? RefusalCode.CommentRemoved : RefusalCode.CommentUnknown;

    /// <summary>Whether they see the comment, or what is left of it.</summary>
    public static bool IsKnownTo(this Comment comment, Actor actor) => Viewer.Of(actor).SightOf(comment) != Sight.Nothing;
}
