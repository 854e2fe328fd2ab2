using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Realtime.Server.Screening;

/// <summary>
/// How a request of ours proves itself: HMAC-SHA256 over "timestamp.keyId." and the raw body, in hexadecimal, once per valid key. The receiver
/// takes the signature of a key that it knows, compares in constant time, and refuses timestamps that are more than a few minutes old.
/// </summary>
internal static class HookSignature
{
    public const string TimestampHeader = "Realtime-Timestamp";

    /// <summary><c>keyId=hex</c>, several divided by commas.</summary>
    public const string SignatureHeader = "Realtime-Signature";

    public static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, IReadOnlyList<HookKey> keys, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(TimestampHeader, timestamp);
        foreach (var key in keys) request.Headers.Add(SignatureHeader, $"{key.Id}={Of(body, timestamp, key)}");
    }

    public static string Of(ReadOnlySpan<byte> body, string timestamp, HookKey key)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}.{key.Id}."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
