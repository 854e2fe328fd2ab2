using Realtime.Discussion.Addressing;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Grains.Replicas;

namespace Realtime.Server.Commenting;

/// <summary>Whom a comment speaks to: the one it begins by naming, and those named with an @, among people whom readers have seen in the thread.</summary>
internal static class Addressed
{
    public static (UserId? Addressee, IReadOnlyList<UserId> Mentions) By(Actor actor, CommentBody body, IThreadReplica thread)
    {
        var (words, participants) = (OwnWords(body.Text), thread.People.Participants());
        return (Addressees.In(words, participants, actor.Id)?.User, [.. Mentions.In(words, participants, actor.Id).Select(named => named.User).Distinct()]);
    }

    /// <summary>Without the lines of others that it cites: who is named in those is not spoken to.</summary>
    private static string OwnWords(string text) =>
        text.Contains('>', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Where(line => !line.AsSpan().TrimStart().StartsWith(">"))).TrimStart() : text;
}
