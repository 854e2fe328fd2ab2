using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Addressing;

/// <summary>
/// Finds whom a comment answers when it begins by naming them: "Armanen jan, …", "RRR: …", "Thanks Garo — …", in any of the alphabets that are
/// folded. A name in the run of a sentence ("Will it rain?") calls nobody: it counts when a separator follows, an endearment, an @ stands before it,
/// or it is shouted.
/// </summary>
public static class Addressees
{
    /// <summary>What is looked at of a comment: openings, a name and what follows it.</summary>
    private const int Reach = 240;

    private const int MostWords = 16;
    private const int MostOpenings = 3;

    /// <param name="text">What the comment says, as plain text.</param>
    /// <param name="participants">Those who have written in the thread before.</param>
    /// <param name="by">Who writes.</param>
    public static Addressee? In(string text, Participants participants, UserId by)
    {
        var opening = new CommentOpening(text.Length > Reach ? text[..Reach] : text, MostWords);
        for (var first = 0; first < opening.Words.Count && first <= MostOpenings; first++)
        {
            if (participants.Find(opening.Words, first, opening.IsJoined, by) is var (who, count) && opening.Calls(who, first, count))
                return new Addressee(who.Author.Id, opening.SpanOf(first, count));
            if (!CallingWords.IsOpening(opening.Words[first])) return null;
        }

        return null;
    }
}
