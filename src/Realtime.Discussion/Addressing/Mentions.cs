using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Addressing;

/// <summary>Finds who is named with an @, anywhere in a comment; of names that begin alike the longest one that fits.</summary>
public static class Mentions
{
    /// <summary>More of them in one comment are noise.</summary>
    public const int Most = 50;

    private const int Reach = 160;
    private const int MostWords = 8;

    /// <summary>In the text's order; somebody named twice is in it twice.</summary>
    public static IReadOnlyList<Addressee> In(string text, Participants participants, UserId by)
    {
        var found = new List<Addressee>();
        var looked = 0;
        for (var at = text.IndexOf('@'); at >= 0 && looked < Most; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            looked++;
            if (Behind(text, at, participants, by) is { } addressee) found.Add(addressee);
        }

        return found;
    }

    private static Addressee? Behind(string text, int at, Participants participants, UserId by)
    {
        var opening = new CommentOpening(text.Substring(at, Math.Min(Reach, text.Length - at)), MostWords);
        if (opening.Words is not [{ Span.Start: 1 }, ..]) return null;
        if (participants.Find(opening.Words, 0, opening.IsJoined, by) is not var (who, count)) return null;
        var span = opening.SpanOf(0, count);
        return new Addressee(who.Author.Id, new TextSpan(at + span.Start, span.Length));
    }
}
