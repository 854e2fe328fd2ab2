using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Sites;

/// <summary>
/// A site's state in bytes: the version, JSON, and a checksum against bits that turn on disk. A snapshot is only ever a shortcut: one that is not
/// understood is passed over, and the journal replayed from its beginning. Equal states have equal bytes.
/// </summary>
public static class SiteSnapshotCodec
{
    private const byte KnownVersion = 1;

    private const int ChecksumLength = 8;

    public static ReadOnlyMemory<byte> Encode(Site site)
    {
        byte[] state = [KnownVersion, .. JsonSerializer.SerializeToUtf8Bytes(Kept.Of(site), SiteJson.Whole)];
        return (byte[])[.. state, .. Checksum(state)];
    }

    /// <summary>The state, or null when the bytes are of another version or damaged.</summary>
    public static Site? Decode(ReadOnlyMemory<byte> snapshot)
    {
        if (snapshot.Length <= ChecksumLength || snapshot.Span[0] != KnownVersion) return null;
        var state = snapshot.Span[..^ChecksumLength];
        if (!Checksum(state).SequenceEqual(snapshot.Span[^ChecksumLength..])) return null;
        try
        {
            return JsonSerializer.Deserialize<Kept>(state[1..], SiteJson.Whole)?.AsSite();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> state) => SHA256.HashData(state).AsSpan(0, ChecksumLength);

    private sealed record Kept(
        SiteSettings Settings, ScreeningPolicy Screening, IReadOnlyList<KeptRoles> Roles, IReadOnlyList<KeptSanctions> Sanctions,
        IReadOnlyList<SiteSecret> Secrets, int LastSanction)
    {
        public static Kept Of(Site site) => new(
            site.Settings,
            site.Screening,
            [.. site.Roles.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => new KeptRoles(pair.Key, pair.Value))],
            [.. site.Sanctions.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => new KeptSanctions(pair.Key, pair.Value))],
            site.Secrets,
            site.LastSanction);

        public Site AsSite() => new()
        {
            Settings = Settings,
            Screening = Screening,
            Roles = Roles.ToImmutableDictionary(kept => kept.User, kept => kept.Roles),
            Sanctions = Sanctions.ToImmutableDictionary(kept => kept.User, kept => kept.Sanctions.ToImmutableList()),
            Secrets = [.. Secrets],
            LastSanction = LastSanction,
        };
    }

    private sealed record KeptRoles(UserId User, Roles Roles);

    private sealed record KeptSanctions(UserId User, IReadOnlyList<Sanction> Sanctions);
}
