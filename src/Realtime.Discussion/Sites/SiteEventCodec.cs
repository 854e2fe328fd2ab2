using System.Text.Json;

namespace Realtime.Discussion.Sites;

/// <summary>The bytes of a site's event in the journal: one UTF-8 JSON object with the kind and the version in front.</summary>
public static class SiteEventCodec
{
    private const int KnownVersion = 1;

    private static readonly NotUnderstood Nothing = new() { At = default, By = default, Name = "" };

    public static ReadOnlyMemory<byte> Encode(SiteEvent @event) => JsonSerializer.SerializeToUtf8Bytes(@event, SiteJson.Stored);

    /// <summary>Never throws: what is no event, or one of a later program, is <see cref="NotUnderstood"/>.</summary>
    public static SiteEvent Decode(ReadOnlySpan<byte> entry)
    {
        try
        {
            return JsonSerializer.Deserialize<SiteEvent>(entry, SiteJson.Stored) is { Version: KnownVersion } @event ? @event : Nothing;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return Nothing;
        }
    }
}
