using System.Text.Json;
using System.Text.Json.Serialization;
using Realtime.Discussion.Journal;

namespace Realtime.Discussion.Identity;

/// <summary>Names the one thread under one article: <c>site/article</c>. It is the grain's key, the journal's key and the store's hash tag.</summary>
[GenerateSerializer, Immutable, Alias("thread-key"), JsonConverter(typeof(ThreadKeyJson))]
public readonly record struct ThreadKey([property: Id(0)] SiteId Site, [property: Id(1)] ArticleId Article)
{
    public JournalKey Journal => new(ToString());

    public static bool TryParse(string? site, string? article, out ThreadKey key)
    {
        var valid = SiteId.TryParse(site, out var siteId) & ArticleId.TryParse(article, out var articleId);
        key = valid ? new ThreadKey(siteId, articleId) : default;
        return valid;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not <c>site/article</c>.</exception>
    public static ThreadKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not site/article.");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out ThreadKey key)
    {
        key = default;
        return text?.Split('/') is [var site, var article] && TryParse(site, article, out key);
    }

    public override string ToString() => $"{Site}/{Article}";
}

internal sealed class ThreadKeyJson : JsonConverter<ThreadKey>
{
    public override ThreadKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ThreadKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("This is no thread's key.");

    public override void Write(Utf8JsonWriter writer, ThreadKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
