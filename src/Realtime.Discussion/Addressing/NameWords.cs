using System.Text;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Addressing;

/// <summary>Cuts a text into words as the screening's folding understands them, whatever alphabet they are in.</summary>
internal static class NameWords
{
    /// <param name="text">Names, or the beginning of a comment.</param>
    /// <param name="most">Stop after so many.</param>
    public static List<NameWord> In(string text, int most = int.MaxValue)
    {
        var words = new List<NameWord>();
        for (var chunks = new Chunks(text); words.Count < most && chunks.Next();) words.Add(Read(chunks.Current));
        return words;
    }

    private static NameWord Read(Chunk chunk)
    {
        chunk.Settle(byShape: false);
        var (sound, couldBeLatin) = (Spell(chunk, western: false), chunk.CouldBeLatin);
        var western = chunk.Script == Script.Armenian ? Spell(chunk, western: true) : sound;
        if (couldBeLatin) chunk.Settle(byShape: true);
        var shape = couldBeLatin ? Spell(chunk, western: false) : sound;
        var span = new TextSpan(chunk[0].Start, chunk[chunk.Count - 1].End - chunk[0].Start);
        return new NameWord(Distinct(sound, shape), [.. Distinct(sound, western).Select(Respelling.Of).Distinct()], span);
    }

    private static string[] Distinct(string first, string second) => first == second ? [first] : [first, second];

    private static string Spell(Chunk chunk, bool western)
    {
        var letters = new StringBuilder(chunk.Count);
        for (var i = 0; i < chunk.Count; i++)
        {
            if (chunk.IsSpelledBefore(i)) continue;
            foreach (var code in chunk.SpellingsAt(i, western)[0]) letters.Append(LetterSets.Reading(code).Letter);
        }

        return letters.ToString();
    }
}
