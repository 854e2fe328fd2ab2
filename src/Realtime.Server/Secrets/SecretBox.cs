using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Server.Secrets;

/// <summary>
/// Seals secrets for the journal (AES-256-GCM). Site, name and purpose are sealed in: a secret that was moved elsewhere in the store does not open there.
/// </summary>
internal sealed class SecretBox(ServerKeys keys)
{
    private const byte Version = 1;
    private const int NonceLength = 12, TagLength = 16, HeadLength = 1 + NonceLength + TagLength;

    private readonly IReadOnlyList<byte[]> _keys = keys.ForKeeping("secrets");

    /// <summary>Null when the server has no key.</summary>
    public string? Seal(SiteId site, string id, string purpose, ReadOnlySpan<byte> secret)
    {
        if (_keys.Count == 0) return null;
        var @sealed = new byte[HeadLength + secret.Length];
        @sealed[0] = Version;
        var nonce = @sealed.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[0], TagLength);
        aes.Encrypt(nonce, secret, @sealed.AsSpan(HeadLength), @sealed.AsSpan(1 + NonceLength, TagLength), Context(site, id, purpose));
        return Base64Url.EncodeToString(@sealed);
    }

    /// <summary>Null when it was not sealed here, for this place, with a key that the server still has.</summary>
    public byte[]? Open(SiteId site, SiteSecret secret)
    {
        if (!Base64Url.IsValid(secret.Sealed)) return null;
        var @sealed = Base64Url.DecodeFromChars(secret.Sealed);
        if (@sealed.Length < HeadLength || @sealed[0] != Version) return null;
        return _keys.Select(key => Open(key, @sealed, Context(site, secret.Id, secret.Purpose))).FirstOrDefault(opened => opened is not null);
    }

    /// <summary>The site's secrets of a purpose that open, the newest first.</summary>
    public IEnumerable<(string Id, byte[] Secret)> OpenAll(SiteId site, Site state, string purpose) => state.Secrets.Reverse()
        .Where(secret => secret.Purpose == purpose)
        .Select(secret => (secret.Id, Secret: Open(site, secret)))
        .Where(opened => opened.Secret is not null)
        .Select(opened => (opened.Id, opened.Secret!));

    private static byte[]? Open(byte[] key, byte[] @sealed, byte[] context)
    {
        try
        {
            var secret = new byte[@sealed.Length - HeadLength];
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(@sealed.AsSpan(1, NonceLength), @sealed.AsSpan(HeadLength), @sealed.AsSpan(1 + NonceLength, TagLength), secret, context);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>None of the three can have a slash in it.</summary>
    private static byte[] Context(SiteId site, string id, string purpose) => Encoding.UTF8.GetBytes($"{site}/{id}/{purpose}");
}
