using System.Buffers;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Addressing;

/// <summary>The first words of a comment, or those behind an @, and what stands between them.</summary>
internal sealed class CommentOpening
{
    private const string Separators = ",:;—–!?…\n\r՝՛՜՞،؛，：；、！？";

    private static readonly SearchValues<char> Separating = SearchValues.Create(Separators + "@");

    private const char Invisible = '\u2060';

    private readonly string _text;

    public CommentOpening(string text, int mostWords) => (_text, Words) = (text, NameWords.In(Plain(text), mostWords));

    public IReadOnlyList<NameWord> Words { get; }

    /// <summary>Whether a word and the one before it can be of one name: nothing but a space or a mark as in "J. R." or "Smith-Jones" is between them.</summary>
    public bool IsJoined(int word)
    {
        var between = _text.AsSpan(Words[word - 1].Span.End, Words[word].Span.Start - Words[word - 1].Span.End);
        return between.Length <= 3 && !between.ContainsAny(Separating);
    }

    /// <summary>Whether somebody is spoken to by these words, and not of.</summary>
    public bool Calls(Named who, int first, int count)
    {
        var end = first + count;
        while (end < Words.Count && IsJoined(end) && CallingWords.IsEndearment(Words[end])) end++;
        if (end > first + count || IsBehindAt(first)) return true;
        if (count == 1 && CallingWords.IsOpening(Words[first])) return false;
        return IsSeparatedAt(Words[end - 1].Span.End) || IsShouted(who, first, count);
    }

    public TextSpan SpanOf(int first, int count)
    {
        var start = Words[first].Span.Start - (IsBehindAt(first) ? 1 : 0);
        return new TextSpan(start, Words[first + count - 1].Span.End - start);
    }

    /// <summary>An @ would be read as the a of a disguised word, and Armenian puts the marks of calling, wonder and question into the word itself: Արմե՛ն.</summary>
    private static string Plain(string text) =>
        text.Replace('@', ' ').Replace('՛', Invisible).Replace('՜', Invisible).Replace('՞', Invisible);

    private bool IsBehindAt(int word) => Words[word].Span.Start is > 0 and var start && _text[start - 1] == '@';

    private bool IsSeparatedAt(int end)
    {
        var rest = _text.AsSpan(end).TrimStart(" \t\u00A0*_\"”»)");
        if (rest is ['.', not '.', ..] && Separators.Contains(rest[1], StringComparison.Ordinal)) return true;
        return rest.IsEmpty || Separators.Contains(rest[0], StringComparison.Ordinal) || rest.StartsWith("..") || rest.StartsWith("- ") || rest.StartsWith("-- ");
    }

    /// <summary>"HOVO how can you …": capitals that are not the name's own, in a comment that is not all capitals.</summary>
    private bool IsShouted(Named who, int first, int count) =>
        IsCapital(_text.AsSpan(SpanOf(first, count))) && !IsCapital(who.Author.Name)
        && first + count < Words.Count && !IsCapital(_text.AsSpan(Words[first + count].Span));

    private static bool IsCapital(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) capitals++;
        }

        return capitals >= 2;
    }
}

internal static class Passages
{
    public static ReadOnlySpan<char> AsSpan(this string text, TextSpan span) => text.AsSpan(span.Start, span.Length);
}
