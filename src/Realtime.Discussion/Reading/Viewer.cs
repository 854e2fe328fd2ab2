using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Reading;

/// <summary>How much of a comment somebody sees.</summary>
public enum Sight
{
    /// <summary>They do not know of it.</summary>
    Nothing,

    /// <summary>That there was one: number, place and times.</summary>
    Tombstone,

    /// <summary>What it says, and who wrote it.</summary>
    Whole,
}

/// <summary>For whom a view is made.</summary>
/// <param name="Person">Who has signed in; null for nobody.</param>
/// <param name="Moderates">Whether they see what waits for a moderator.</param>
public readonly record struct Viewer(UserId? Person, bool Moderates)
{
    /// <summary>What everybody sees: all that is published live, and all that is kept for more than one reader.</summary>
    public static Viewer Anybody => default;

    public static Viewer Of(Actor? actor) => actor is null ? Anybody : new Viewer(actor.Id, actor.MayModerate);

    /// <summary>One's own, or for moderators.</summary>
    public bool SeesHidden(Comment comment) => Moderates || (Person is { } person && comment.Author.Id == person);

    public Sight SightOf(Comment comment) => comment.Status switch
    {
        CommentStatus.Published => Sight.Whole,
        CommentStatus.Pending or CommentStatus.Withheld or CommentStatus.Rejected when SeesHidden(comment) => Sight.Whole,
        _ => comment.HasBeenPublic || SeesHidden(comment) ? Sight.Tombstone : Sight.Nothing,
    };

    /// <summary>The status as it is called for them: a comment that has gone back to the moderators has, for readers, been removed.</summary>
    public string NameOf(Comment comment) => comment.Status switch
    {
        CommentStatus.Withheld when Moderates => StatusNames.Withheld,
        CommentStatus.Withheld when SeesHidden(comment) => StatusNames.Published,
        CommentStatus.Pending or CommentStatus.Withheld when !SeesHidden(comment) => StatusNames.Of(CommentStatus.Removed),
        var status => StatusNames.Of(status),
    };
}
