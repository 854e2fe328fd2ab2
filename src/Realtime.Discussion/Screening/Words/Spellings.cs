using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Words;

/// <summary>
/// The patterns of one entry: every usual way of writing it in Latin when it is in another script (Armenian both in the Eastern and in the
/// Western way), and with doubled letters also letter by letter, because spacing them out ("a l l") takes the doubling apart.
/// </summary>
internal static class Spellings
{
    public const int LongestPattern = 64;

    private const int MostSpellings = 16;

    public static IReadOnlyList<Pattern> Of(string text, int entry)
    {
        var trimmed = text.Trim();
        var (openStart, openEnd) = (trimmed.StartsWith('*'), trimmed.EndsWith('*'));
        var spellings = Spell(trimmed.Trim('*'), western: false, out var isArmenian);
        if (isArmenian) spellings.AddRange(Spell(trimmed.Trim('*'), western: true, out _));

        var patterns = new List<Pattern>();
        foreach (var letters in spellings.Distinct())
        {
            var joined = Join(letters);
            if (joined.Count is 0 or > LongestPattern) continue;
            patterns.Add(new Pattern(entry, joined, openStart, openEnd));
            if (joined.Any(letter => letter.Run > 1)) patterns.Add(new Pattern(entry, Separate(letters), openStart, openEnd));
        }

        return patterns;
    }

    /// <summary>Every spelling as codes, a space before each word but the first.</summary>
    private static List<string> Spell(string text, bool western, out bool isArmenian)
    {
        isArmenian = false;
        List<string> spellings = [""];
        for (var chunks = new Chunks(text); chunks.Next();)
        {
            var chunk = chunks.Current;
            chunk.Settle(byShape: false);
            isArmenian |= chunk.Script == Script.Armenian;
            if (spellings[0].Length > 0) spellings = spellings.ConvertAll(spelling => spelling + ' ');
            for (var i = 0; i < chunk.Count; i++)
            {
                if (!chunk.IsSpelledBefore(i)) spellings = Extend(spellings, Own(chunk, i, western));
            }
        }

        return spellings;
    }

    /// <summary>An entry says what it means: its capital I is an I.</summary>
    private static string[] Own(Chunk chunk, int index, bool western) =>
        chunk[index].Script == Script.Latin && chunk.Script == Script.Latin ? Sounds.Itself(chunk[index].Letter) : chunk.SpellingsAt(index, western);

    private static List<string> Extend(List<string> spellings, string[] choices)
    {
        var usable = spellings.Count * choices.Length <= MostSpellings ? choices : choices[..1];
        return [.. spellings.SelectMany(spelling => usable.Select(choice => spelling + choice))];
    }

    private static List<PatternLetter> Join(string codes)
    {
        var letters = new List<PatternLetter>();
        foreach (var letter in Separate(codes))
        {
            if (!letter.IsDivided && letters.Count > 0 && letters[^1] is var last && last.Letter == letter.Letter)
                letters[^1] = last with { Run = last.Run + 1, Means = last.Means | letter.Means };
            else letters.Add(letter);
        }

        return letters;
    }

    private static List<PatternLetter> Separate(string codes)
    {
        var letters = new List<PatternLetter>();
        var isDivided = false;
        foreach (var code in codes)
        {
            if (code != ' ')
            {
                var (letter, means) = LetterSets.Meaning(code);
                letters.Add(new PatternLetter(letter, means, 1, isDivided));
            }

            isDivided = code == ' ';
        }

        return letters;
    }
}
