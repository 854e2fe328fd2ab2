using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Words;

/// <summary>A pattern found: which entry, and which letters of the folded text.</summary>
internal readonly record struct PatternHit(int Entry, int First, int Count)
{
    public int End => First + Count;
}

/// <summary>
/// Patterns compiled for searching. The automaton compares classes of letters and finds candidates; each candidate is then looked at closely:
/// word boundaries, doubled letters, readings, and whether what stands between its letters is a disguise or just two words.
/// </summary>
internal sealed class PatternSet
{
    private const uint MeansMask = (1u << 27) - 1;

    private readonly Automaton _automaton;
    private readonly ushort[] _symbols;
    private readonly int[] _entries;
    private readonly bool[] _openStarts;
    private readonly bool[] _openEnds;
    private readonly int[] _offsets;
    private readonly uint[] _letters;
    private readonly bool _hasOpenEnds;

    public PatternSet(IEnumerable<Pattern> patterns)
    {
        var all = patterns.ToList();
        _symbols = Number(all);
        var sorted = all.ConvertAll(pattern => (Pattern: pattern, Key: KeyOf(pattern))).ToArray();
        // Entries that read alike are told in the order of the lists, whatever the sort does with equals.
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key) is var order and not 0 ? order : a.Pattern.Entry.CompareTo(b.Pattern.Entry));
        _automaton = new Automaton(Array.ConvertAll(sorted, pair => pair.Key));
        _entries = Array.ConvertAll(sorted, pair => pair.Pattern.Entry);
        _openStarts = Array.ConvertAll(sorted, pair => pair.Pattern.IsOpenStart);
        _openEnds = Array.ConvertAll(sorted, pair => pair.Pattern.IsOpenEnd);
        _hasOpenEnds = _openEnds.Contains(true);
        _letters = [.. sorted.SelectMany(pair => pair.Pattern.Letters.Select(letter => letter.Packed))];
        _offsets = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) _offsets[i + 1] = _offsets[i] + sorted[i].Key.Length;
    }

    public int Nodes => _automaton.Nodes;

    /// <summary>Calls <paramref name="found"/> for every pattern in the text, in the order of their ends, until it says no. Returns the steps taken.</summary>
    public long Search(FoldedText text, Func<PatternHit, bool> found)
    {
        var letters = text.Letters;
        var (state, steps) = (0, 0L);
        for (var i = 0; i < letters.Length; i++)
        {
            var symbol = SymbolOf(letters[i].Letter);
            state = symbol == 0 ? 0 : _automaton.Next(state, symbol, ref steps);
            if (state >= 0) continue;
            var end = _automaton.FirstEnd(state);
            var endsWord = text.EndsWord(i);
            if (!endsWord && !_hasOpenEnds) continue;
            for (; end != 0; end = _automaton.NextEnd(end))
            {
                var (first, last) = _automaton.KeysAt(end);
                for (var key = first; key < last; key++)
                {
                    steps++;
                    if ((endsWord || _openEnds[key]) && Fits(key, text, i, ref steps) && !found(Hit(key, i))) return steps;
                }
            }
        }

        return steps;
    }

    private PatternHit Hit(int key, int end)
    {
        var count = _offsets[key + 1] - _offsets[key];
        return new PatternHit(_entries[key], end - count + 1, count);
    }

    private bool Fits(int key, FoldedText text, int end, ref long steps)
    {
        var pattern = _letters.AsSpan(_offsets[key], _offsets[key + 1] - _offsets[key]);
        var first = end - pattern.Length + 1;
        if (!_openStarts[key] && !text.BeginsWord(first)) return false;

        var letters = text.Letters.Slice(first, pattern.Length);
        var (inner, joints, spaces) = (0, 0, 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            steps++;
            var (asked, letter) = (pattern[i], letters[i]);
            var run = (int)(asked >> 27 & 15);
            if ((asked & letter.Reads & MeansMask) == 0 || letter.Run != run && !IsStretched(letter, run)) return false;
            if (i == 0 || asked >> 31 != 0) continue;
            inner++;
            if (letter.Gap == Gap.Joint) joints++;
            else if (letter.Gap != Gap.None) spaces++;
        }

        // "i d i o t" is one word when every letter stands alone; one space between letters is two words.
        return spaces == 0 || inner >= 2 && spaces + joints == inner;
    }

    /// <summary>Three in a row may stand for one or two; of digits none is ever too many.</summary>
    private static bool IsStretched(FoldedLetter letter, int run) => letter.Run >= 3 && letter.Run >= run && !char.IsAsciiDigit(letter.Letter);

    private ushort SymbolOf(char letter) => letter < _symbols.Length ? _symbols[letter] : (ushort)0;

    private ushort[] KeyOf(Pattern pattern) => [.. pattern.Letters.Select(letter => SymbolOf(letter.Letter))];

    /// <summary>A number for every class of letters that is asked for, the frequent ones first; 0 for all others.</summary>
    private static ushort[] Number(List<Pattern> patterns)
    {
        var counts = patterns.SelectMany(pattern => pattern.Letters).CountBy(letter => LetterSets.ClassOf(letter.Letter)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).ToList();
        if (counts.Count == 0) return [];
        var symbols = new ushort[Math.Max('z', counts.Max(pair => pair.Key)) + 1];
        for (var i = 0; i < counts.Count; i++) symbols[counts[i].Key] = (ushort)(i + 1);
        for (var letter = 'a'; letter <= 'z'; letter++) symbols[letter] = symbols[LetterSets.ClassOf(letter)];
        return symbols;
    }
}
