using System.Text;
using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Identity;

/// <summary>
/// What two names have in common that a reader may take for each other: letters without case, marks, spaces and disguise, other alphabets in Latin. A name
/// in look-alike letters of another alphabet has two foldings, by sound and by sight. Register a name under all of its foldings; it is taken when one is.
/// </summary>
public static class FoldedNames
{
    /// <summary>Look-alikes are read by sight only where Latin stands beside them.</summary>
    private const string Latin = "a ";

    public static IReadOnlyList<string> Of(string name)
    {
        var folded = FoldedText.Of(Latin + name);
        var foldings = new[] { folded, folded.ByShape }.OfType<FoldedText>().Select(KeyOf).Where(key => key.Length > 0).Distinct().ToList();
        // Nothing but emoji and the like: these are compared as they are.
        return foldings.Count > 0 ? foldings : [name.Normalize(NormalizationForm.FormKC)];
    }

    private static string KeyOf(FoldedText folded)
    {
        var key = new StringBuilder(folded.Letters.Length);
        // A small l and a capital i are one stroke in most typefaces.
        foreach (var letter in folded.Letters[1..]) key.Append(letter.Letter == 'l' ? 'i' : letter.Letter, Math.Min(letter.Run, 2));
        return key.ToString();
    }
}
