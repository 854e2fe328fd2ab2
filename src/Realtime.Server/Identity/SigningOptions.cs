using System.Text;

namespace Realtime.Server.Identity;

/// <summary>How sign-in tokens are checked (configuration section <c>Authentication</c>).</summary>
internal sealed record SigningOptions
{
    private const int MinBytes = 32;

    /// <summary>The secret that the publisher's sign-on signs tokens with (HS256): at least 32 bytes. There is no default.</summary>
    public string? SigningKey { get; init; }

    /// <summary>Secrets used before: tokens signed with them stay valid while a new one is rolled out.</summary>
    public IReadOnlyList<string> FormerSigningKeys { get; init; } = [];

    /// <summary>How far the clocks of the sign-on and of this server may be apart.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether sites' sign-ons may publish their keys over plain http: for development and for neighbours in the same network only.</summary>
    public bool AllowHttp { get; init; }

    public IEnumerable<byte[]> Keys() => FormerSigningKeys.Prepend(SigningKey!).Select(Encoding.UTF8.GetBytes);

    public IEnumerable<string> Mistakes()
    {
        if (string.IsNullOrEmpty(SigningKey))
            yield return $"Authentication:SigningKey is missing: set it to the secret that signs tokens, at least {MinBytes} bytes.";
        else if (IsShort(SigningKey))
            yield return $"Authentication:SigningKey is too short: it must have at least {MinBytes} bytes.";
        if (FormerSigningKeys.Any(IsShort))
            yield return $"Authentication:FormerSigningKeys has a key that is too short: each must have at least {MinBytes} bytes.";
        if (ClockSkew < TimeSpan.Zero || ClockSkew > TimeSpan.FromMinutes(5))
            yield return "Authentication:ClockSkew must be between 00:00:00 and 00:05:00.";
    }

    private static bool IsShort(string key) => Encoding.UTF8.GetByteCount(key) < MinBytes;
}
