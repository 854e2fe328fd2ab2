using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Attacks;

/// <param name="Part">What the word does.</param>
/// <param name="First">Its first letter in the folded text.</param>
/// <param name="Count">Its letters.</param>
/// <param name="IsBehindComma">Whether a comma or colon stands before it.</param>
internal readonly record struct AttackWord(AttackPart Part, int First, int Count, bool IsBehindComma);

/// <summary>Cuts a folded text into sentences of words that the lexicon has sorted.</summary>
internal static class AttackWords
{
    public static IEnumerable<List<AttackWord>> Sentences(FoldedText text)
    {
        var known = AttackLexicon.Read(text);
        var sentence = new List<AttackWord>();
        for (var at = 0; at < text.Letters.Length;)
        {
            if (text.Letters[at].Gap == Gap.Stop && sentence.Count > 0)
            {
                yield return sentence;
                sentence = [];
            }

            var (part, count) = known.TryGetValue(at, out var word) ? word : (AttackPart.Plain, PlainLength(text, at));
            sentence.Add(new AttackWord(part, at, count, IsBehindComma(text, at)));
            at += count;
        }

        if (sentence.Count > 0) yield return sentence;
    }

    private static int PlainLength(FoldedText text, int first)
    {
        var end = first + 1;
        while (end < text.Letters.Length && text.Letters[end].Gap == Gap.None) end++;
        return end - first;
    }

    private static bool IsBehindComma(FoldedText text, int first)
    {
        if (first == 0) return false;
        var (from, to) = (text.Letters[first - 1].End, text.Letters[first].Start);
        return from < to && text.Source.AsSpan(from, to - from).IndexOfAny(",:—–՝") >= 0;
    }
}
