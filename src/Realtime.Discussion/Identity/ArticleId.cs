using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Realtime.Discussion.Identity;

/// <summary>
/// The publisher's own id of an article: 1 to 128 letters, digits and <c>. _ ~ : @ -</c>, beginning with a letter or digit. The alphabet is
/// what a URL's path segment and a store key hold without escaping.
/// </summary>
[GenerateSerializer, Immutable, Alias("article-id"), JsonConverter(typeof(ArticleIdJson))]
public readonly partial record struct ArticleId([property: Id(0)] string Value)
{
    public static bool TryParse(string? text, out ArticleId article)
    {
        article = text is not null && Pattern().IsMatch(text) ? new ArticleId(text) : default;
        return article.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._~:@-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

internal sealed class ArticleIdJson : JsonConverter<ArticleId>
{
    public override ArticleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ArticleId.TryParse(reader.GetString(), out var article) ? article : throw new JsonException("This is no article's id.");

    public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
