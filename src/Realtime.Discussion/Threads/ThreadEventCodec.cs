using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Sites;

namespace Realtime.Discussion.Threads;

/// <summary>
/// The bytes of an event in the journal: one UTF-8 JSON object with the version and the kind in front. JSON, because entries outlive programs: an
/// operator can read them with the store's own tools, fields can be added, and text is stored as it is in every script.
/// </summary>
public static class ThreadEventCodec
{
    private const int KnownVersion = 1;

    /// <summary>
    /// Relaxed escaping: the journal is never embedded in HTML, and an Armenian comment would otherwise take three times the space. A member that is null or
    /// missing where the shape forbids it makes the entry unreadable here, rather than failing whoever applies the event.
    /// </summary>
    internal static readonly ThreadEventJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<FloodResponse>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    });

    private static readonly Dictionary<Type, string> KindsByType =
        typeof(ThreadEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    private static readonly HashSet<string> Kinds = [.. KindsByType.Values];

    public static ReadOnlyMemory<byte> Encode(ThreadEvent @event) => JsonSerializer.SerializeToUtf8Bytes(@event, Stored.ThreadEvent);

    /// <summary>The kind of an event that was journalled, e.g. <c>commentPosted</c>.</summary>
    public static string KindOf(ThreadEvent @event) => KindsByType[@event.GetType()];

    /// <summary>Never throws: bytes that are no event are <see cref="Unreadable"/>, events of a later program are <see cref="Unknown"/>.</summary>
    public static ThreadEvent Decode(ReadOnlySpan<byte> entry)
    {
        try
        {
            var @event = JsonSerializer.Deserialize(entry, Stored.ThreadEvent);
            return @event is { Version: KnownVersion } ? @event : NotUnderstood(entry);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return NotUnderstood(entry);
        }
    }

    private static ThreadEvent NotUnderstood(ReadOnlySpan<byte> entry) =>
        IsOfLaterProgram(entry) ? new Unknown { At = default, By = default } : new Unreadable { At = default, By = default };

    private static bool IsOfLaterProgram(ReadOnlySpan<byte> entry)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(entry, Stored.Envelope);
            return envelope is { Kind: not null } && (envelope.Version > KnownVersion || !Kinds.Contains(envelope.Kind));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>What every entry of every version has.</summary>
internal sealed record Envelope([property: JsonPropertyName("event")] string? Kind, [property: JsonPropertyName("v")] int Version);

[JsonSerializable(typeof(ThreadEvent))]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ThreadSnapshotCodec.Keeping))]
internal sealed partial class ThreadEventJson : JsonSerializerContext;
