using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Attacks;

/// <param name="Part">What the word does.</param>
/// <param name="First">Its first letter in the folded text.</param>
/// <param name="Count">Its letters.</param>
/// <param name="IsBehindComma">Whether a comma or colon stands before it.</param>
internal readonly record struct AttackWord(AttackPart Part, int First, int Count, bool IsBehindComma);

/// <summary>Cuts a folded text into sentences of words that the lexicon has sorted; those in which nothing can be an attack are left out.</summary>
internal static class AttackWords
{
    public static IEnumerable<List<AttackWord>> Sentences(FoldedText text)
    {
        if (AttackLexicon.Read(text) is not { } known) yield break;
        var (sentence, mayAttack) = (new List<AttackWord>(), false);
        for (var at = 0; at < text.Letters.Length;)
        {
            if (text.Letters[at].Gap == Gap.Stop && sentence.Count > 0)
            {
                if (mayAttack) yield return sentence;
                (sentence, mayAttack) = (mayAttack ? [] : sentence, false);
                sentence.Clear();
            }

            var (part, count) = known[at].Count > 0 ? (known[at].Part, known[at].Count) : (AttackPart.Plain, PlainLength(text, at));
            mayAttack |= known[at].MayAttack;
            sentence.Add(new AttackWord(part, at, count, IsBehindComma(text, at)));
            at += count;
        }

        if (mayAttack) yield return sentence;
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
        // Nearly always one space.
        if (from >= to || to - from == 1 && text.Source[from] == ' ') return false;
        return text.Source.AsSpan(from, to - from).IndexOfAny(",:—–՝") >= 0;
    }
}
