using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Realtime.Discussion.Sites;

/// <summary>
/// How events and snapshots of a site are written as JSON: names for what the program numbers, every script as it is. By reflection, because the generated
/// reader gives a member that an earlier program did not write its type's default instead of the shape's own.
/// </summary>
internal static class SiteJson
{
    public static JsonSerializerOptions Stored { get; } = Options(JsonIgnoreCondition.WhenWritingNull);

    /// <summary>Null is written: a constructor's parameter that is missing makes the whole unreadable.</summary>
    public static JsonSerializerOptions Whole { get; } = Options(JsonIgnoreCondition.Never);

    public static bool Same<T>(T one, T other) =>
        ReferenceEquals(one, other) || JsonSerializer.SerializeToUtf8Bytes(one, Stored).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Stored));

    private static JsonSerializerOptions Options(JsonIgnoreCondition ignore)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = ignore,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
