using System.Text;

namespace Realtime.Discussion.Screening.Folding;

/// <summary>
/// A text as a reader understands it, whatever it is dressed in: compatibility forms, case, diacritics, look-alike letters, digits for letters
/// and three more alphabets are folded into one Latin skeleton, and every letter knows where it stood in the original. Made in one pass;
/// the work and the size are proportional to the text's length.
/// </summary>
public sealed class FoldedText
{
    /// <summary>Words on either side that an entry of several words may reach over.</summary>
    private const int Neighbours = 4;

    private readonly FoldedLetter[] _letters;

    private FoldedText(string source, FoldedLetter[] letters) => (Source, _letters) = (source, letters);

    public string Source { get; }

    public ReadOnlySpan<FoldedLetter> Letters => _letters;

    /// <summary>
    /// A second reading of the passages in which words of another script consist of look-alikes only: here they are Latin words. Null when there are none.
    /// A word like this is ambiguous by itself: с-о-с-к is a Russian word and an English one.
    /// </summary>
    public FoldedText? ByShape { get; private init; }

    public static FoldedText Of(string text)
    {
        var ambiguous = new List<int>();
        var bySound = Fold(text, ambiguous);
        return new FoldedText(text, bySound) { ByShape = ambiguous.Count > 0 ? new FoldedText(text, FoldByShape(text, ambiguous)) : null };
    }

    /// <summary>Where these letters stood in the original.</summary>
    public TextSpan SpanOf(int first, int count) =>
        new(_letters[first].Start, _letters[first + count - 1].End - _letters[first].Start);

    /// <summary>Whether a word can begin with this letter.</summary>
    public bool BeginsWord(int index) =>
        index == 0 || _letters[index].Gap != Gap.None || _letters[index].IsSign != _letters[index - 1].IsSign || Alphabet.IsUnspaced(_letters[index].Letter);

    /// <summary>Whether a word can end with this letter.</summary>
    public bool EndsWord(int index) => index + 1 >= _letters.Length || BeginsWord(index + 1) || Alphabet.IsUnspaced(_letters[index].Letter);

    /// <summary>The skeleton: letters, with a hyphen or a space where something stood between them. Folding it again changes nothing.</summary>
    public override string ToString()
    {
        var skeleton = new StringBuilder(_letters.Length);
        foreach (var letter in _letters)
        {
            if (skeleton.Length > 0 && letter.Gap != Gap.None) skeleton.Append(letter.Gap == Gap.Joint ? '-' : ' ');
            skeleton.Append(letter.Letter, char.IsAsciiDigit(letter.Letter) ? letter.Run : Math.Min(letter.Run, 3));
        }

        return skeleton.ToString();
    }

    /// <summary>Folds the whole text, and notes which chunks are ambiguous.</summary>
    private static FoldedLetter[] Fold(string text, List<int> ambiguous)
    {
        using var skeleton = new Skeleton(text.Length);
        var hasLatin = false;
        var index = 0;
        for (var chunks = new Chunks(text); chunks.Next(); index++)
        {
            chunks.Current.Settle(byShape: false);
            if (chunks.Current.CouldBeLatin) ambiguous.Add(index);
            hasLatin |= chunks.Current.HasLatin;
            skeleton.Add(chunks.Current, chunks.Gap);
        }

        // Without one Latin word beside them, look-alikes are just Russian.
        if (!hasLatin) ambiguous.Clear();
        return skeleton.ToArray();
    }

    /// <summary>Folds the ambiguous chunks with what stands around them: the rest has been read already.</summary>
    private static FoldedLetter[] FoldByShape(string text, List<int> ambiguous)
    {
        using var skeleton = new Skeleton(text.Length);
        var (index, next, isApart) = (0, 0, false);
        for (var chunks = new Chunks(text); next < ambiguous.Count && chunks.Next(); index++)
        {
            if (index > ambiguous[next] + Neighbours && ++next == ambiguous.Count) break;
            if (index < ambiguous[next] - Neighbours && (next == 0 || index > ambiguous[next - 1] + Neighbours)) isApart = true;
            else
            {
                chunks.Current.Settle(byShape: true);
                skeleton.Add(chunks.Current, isApart ? Gap.Stop : chunks.Gap);
                isApart = false;
            }
        }

        return skeleton.ToArray();
    }
}
