using System.Text;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Articles;

/// <summary>What the publisher says of an article. All of it is plain text, never HTML.</summary>
internal sealed record ArticleDescription
{
    private const int MaxTitle = 500, MaxUrl = 2048, MaxName = 100, MaxTags = 50;

    /// <summary>1 to 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Where readers find it: an http or https address.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? Section { get; init; }

    /// <summary>At most 50.</summary>
    public IReadOnlyList<string?>? Tags { get; init; }

    public Answer<Article> Read()
    {
        var tags = (Tags ?? []).Select(tag => Line(tag, MaxName)).ToList();
        var isWhole = Line(Title, MaxTitle) is not null && (Section is null || Line(Section, MaxName) is not null) && tags.TrueForAll(tag => tag is not null);
        if (!isWhole || tags.Count > MaxTags || (Url is not null && !IsWebAddress(Url))) return RefusalCode.RequestMalformed;
        return new Article
        {
            Title = Line(Title, MaxTitle)!,
            Url = Url,
            PublishedAt = PublishedAt?.ToUniversalTime(),
            Section = Line(Section, MaxName),
            Tags = [.. tags.OfType<string>()],
        };
    }

    private static bool IsWebAddress(string url) =>
        url.Length <= MaxUrl && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>One line of text, composed (NFC); null when it is empty, too long, broken, or has characters that steer the display.</summary>
    private static string? Line(string? text, int max)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > max || text.Any(c => char.IsControl(c) || IsBidiControl(c))) return null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return null;
            i++;
        }

        return text.Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Embeddings and overrides, which make a line read otherwise than it is written. Marks and isolates have honest uses.</summary>
    private static bool IsBidiControl(char c) => c is >= '\u202A' and <= '\u202E';
}
