using System.Text;

namespace Realtime.Server.Secrets;

/// <summary>What the server keeps its sites' secrets with (configuration section <c>Secrets</c>). All servers of a cluster must have the same.</summary>
internal sealed record SecretsOptions
{
    private const int MinBytes = 32;

    /// <summary>
    /// At least 32 bytes. Without one no site can keep a secret (in Development the signing key stands in for it), and network addresses are hashed with a key
    /// that no other server has and that ends with the process. Empty is none: a platform that has nothing to give gives that.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Keys used before: what was kept with them stays readable.</summary>
    public IReadOnlyList<string> FormerKeys { get; init; } = [];

    private bool HasKey => !string.IsNullOrEmpty(Key);

    /// <summary>What keys are made of, the newest first; none when there is no key.</summary>
    public IEnumerable<byte[]> Keys() => HasKey ? FormerKeys.Prepend(Key!).Select(Encoding.UTF8.GetBytes) : [];

    public IEnumerable<string> Mistakes()
    {
        if (HasKey && IsShort(Key!)) yield return $"Secrets:Key is too short: it must have at least {MinBytes} bytes.";
        if (FormerKeys.Any(IsShort)) yield return $"Secrets:FormerKeys has a key that is too short: each must have at least {MinBytes} bytes.";
        if (!HasKey && FormerKeys.Count > 0) yield return "Secrets:Key is missing beside Secrets:FormerKeys: set it to the key that is used from now on.";
    }

    private static bool IsShort(string key) => Encoding.UTF8.GetByteCount(key) < MinBytes;
}
