using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Realtime.Discussion.Identity;

namespace Realtime.Server.Secrets;

/// <summary>
/// Network addresses as everything that remembers them may have them: a keyed hash (HMAC-SHA256) under a key of the day and the site. Of IPv6 the /64, because
/// a single household has all of that. The day stands in front: whoever keeps one drops it after the site's <c>keepAddressesFor</c>.
/// </summary>
internal sealed class AddressHashes(ServerKeys keys, TimeProvider time)
{
    private const int Length = 16;

    private readonly byte[] _key = keys.ForKeeping("addresses") is [var key, ..] ? key : RandomNumberGenerator.GetBytes(32);

    /// <summary>Of today, e.g. <c>20539-5d41402abc4b2a76b9719d911017c592</c>. Equal for equal addresses on the same day and site, on every server with the same key.</summary>
    public string Of(IPAddress? address, SiteId? site = null)
    {
        var day = time.GetUtcNow().ToUnixTimeSeconds() / (24 * 60 * 60);
        var keyOfDay = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{day}/{site?.Value}")));
        return string.Create(CultureInfo.InvariantCulture, $"{day}-{Convert.ToHexStringLower(HMACSHA256.HashData(keyOfDay, NetworkOf(address)).AsSpan(0, Length))}");
    }

    private static byte[] NetworkOf(IPAddress? address)
    {
        if (address is null) return [];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? address.GetAddressBytes()[..8] : address.GetAddressBytes();
    }
}
