using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Aggregates;

/// <summary>
/// The bytes of one kind of aggregate's events: one UTF-8 JSON object with the version and the kind in front. Relaxed escaping, because the journal is never
/// embedded in HTML; members that the shape requires are required, so that whoever applies an event finds them.
/// </summary>
/// <param name="shape">The events with their kinds.</param>
/// <param name="unknown">What an entry is that cannot be read, or that a later program wrote: an event that changes nothing.</param>
internal sealed class JournalEntries<TEvent>(JsonTypeInfo<TEvent> shape, TEvent unknown)
    where TEvent : JournalEvent
{
    private const int KnownVersion = 1;

    public ReadOnlyMemory<byte> Encode(TEvent @event) => JsonSerializer.SerializeToUtf8Bytes(@event, shape);

    public TEvent Decode(ReadOnlySpan<byte> entry)
    {
        try
        {
            return JsonSerializer.Deserialize(entry, shape) is { Version: KnownVersion } @event ? @event : unknown;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException)
        {
            return unknown;
        }
    }
}

/// <summary>How journals and snapshots are written as JSON.</summary>
internal static class JournalJson
{
    public static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new ArticleIdJson(), new PositionJson(), new SpanJson() },
    };

    private sealed class ArticleIdJson : JsonConverter<ArticleId>
    {
        public override ArticleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ArticleId.TryParse(reader.GetString(), out var article) ? article : throw new JsonException("No article's id.");

        public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class PositionJson : JsonConverter<ThreadPosition>
    {
        public override ThreadPosition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ThreadPosition.TryParse(reader.GetString(), out var position) ? position : throw new JsonException("No position.");

        public override void Write(Utf8JsonWriter writer, ThreadPosition value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Start and length: a span's end would be written a second time.</summary>
    private sealed class SpanJson : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()?.Split('+') is [var start, var length] && TryInt(start, out var from) && TryInt(length, out var count)
                ? new TextSpan(from, count)
                : throw new JsonException("No span.");

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Start}+{value.Length}"));

        private static bool TryInt(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
