using Realtime.Discussion.Addressing;
using Realtime.Discussion.Identity;

namespace Realtime.Grains.Replicas;

/// <summary>Who writes in a thread, as this host's copy of it knows. All members may be called from any thread at any time.</summary>
public interface IThreadPeople
{
    /// <summary>Everybody whom readers have seen write here, under every name they had.</summary>
    Participants Participants();

    /// <summary>Their names as they show, at most so many, those who came last first.</summary>
    IReadOnlyList<string> Names(int max);

    /// <summary>The number of the comment that this person posted under this client id; null when the copy knows of none.</summary>
    int? FindPosted(UserId person, string clientCommentId);

    /// <summary>The person's comments here, whatever became of them, the newest first.</summary>
    IReadOnlyList<WrittenComment> NewestOf(UserId person, int max);
}

/// <summary>That somebody wrote a comment, and when.</summary>
public readonly record struct WrittenComment(int Number, DateTimeOffset At);
