using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Words;

/// <summary>An entry found in a text, and where in the original.</summary>
public readonly record struct WordMatch(string Entry, WordListKind List, TextSpan Span);

/// <param name="Matches">What was found, in the order of the text, allowed passages already taken out.</param>
/// <param name="Steps">The work done, in moves and comparisons: at most a fixed multiple of the text's length for a given list.</param>
public sealed record WordSearch(IReadOnlyList<WordMatch> Matches, long Steps);

/// <summary>A site's word lists, compiled. Immutable: a change of the lists is a new one put in its place.</summary>
public sealed class WordList
{
    /// <summary>A comment with more than this is long since refused.</summary>
    public const int MaxMatches = 64;

    private const int MaxAllowed = 256;

    private readonly (string Text, WordListKind List)[] _entries;
    private readonly PatternSet _patterns;

    public WordList(WordLists lists)
    {
        _entries =
        [
            .. lists.Banned.Select(entry => (entry, WordListKind.Banned)),
            .. lists.Suspect.Select(entry => (entry, WordListKind.Suspect)),
            .. lists.Allowed.Select(entry => (entry, WordListKind.Allowed)),
        ];
        _patterns = new PatternSet(_entries.SelectMany((entry, index) => Spellings.Of(entry.Text, index)));
    }

    public static WordList Empty { get; } = new(new WordLists());

    public int Entries => _entries.Length;

    /// <summary>The nodes of the automaton: what its memory is proportional to.</summary>
    public int Nodes => _patterns.Nodes;

    public WordSearch Search(FoldedText text)
    {
        var (found, allowed) = (new List<WordMatch>(), new List<TextSpan>());
        var steps = Search(text, found, allowed);
        if (text.ByShape is { } shape) steps += Search(shape, found, allowed);
        found.RemoveAll(match => allowed.Exists(span => span.Covers(match.Span)));
        return new WordSearch(found, steps);
    }

    private long Search(FoldedText text, List<WordMatch> found, List<TextSpan> allowed) => _patterns.Search(text, hit =>
    {
        var (entry, list) = _entries[hit.Entry];
        var span = text.SpanOf(hit.First, hit.Count);
        if (list == WordListKind.Allowed && allowed.Count < MaxAllowed) allowed.Add(span);
        else if (list != WordListKind.Allowed && found.Count < MaxMatches && new WordMatch(entry, list, span) is var match && !found.Contains(match))
            found.Add(match);
        return true;
    });
}
