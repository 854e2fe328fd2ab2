using System.Globalization;
using System.Text;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Articles;

/// <summary>The form that a description of an article must have. Publishers' systems make these, so that a mistake is refused and not repaired.</summary>
public static class ArticleForm
{
    public const int MaxTitle = 300;
    public const int MaxUrl = 2_048;
    public const int MaxSection = 100;
    public const int MaxTags = 50;
    public const int MaxTag = 100;

    /// <summary>Null when the description is sound, else <see cref="RefusalCode.RequestMalformed"/>.</summary>
    public static RefusalCode? Refuse(Article article)
    {
        var sound = IsLine(article.Title, MaxTitle)
            && (article.Url is null || IsWebAddress(article.Url))
            && (article.Section is null || IsLine(article.Section, MaxSection))
            && article.Tags is { Count: <= MaxTags } && article.Tags.All(tag => IsLine(tag, MaxTag));
        return sound ? null : RefusalCode.RequestMalformed;
    }

    private static bool IsWebAddress(string url) =>
        IsLine(url, MaxUrl) && !url.Any(char.IsWhiteSpace)
        && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0;

    /// <summary>One line with something on it: whole Unicode, no control characters, nothing that turns the text around it.</summary>
    private static bool IsLine(string? text, int maxLength)
    {
        if (text is null || text.Length > maxLength || string.IsNullOrWhiteSpace(text)) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) return false;
            i += rune.Utf16SequenceLength - 1;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) return false;
            if (rune.Value is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069)) return false;
        }

        return true;
    }
}
