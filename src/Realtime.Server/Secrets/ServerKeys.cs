using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Realtime.Server.Identity;

namespace Realtime.Server.Secrets;

/// <summary>The server's keys for one purpose each, all derived (HKDF) from what the operator has configured, so that none can be used for another.</summary>
internal sealed class ServerKeys(IOptions<SecretsOptions> secrets, IOptions<SigningOptions> signing, IHostEnvironment environment)
{
    private const int Length = 32;

    /// <summary>For what is kept, the newest first; none when the operator has set none.</summary>
    public IReadOnlyList<byte[]> ForKeeping(string purpose) => secrets.Value.Keys().ToList() is { Count: > 0 } roots
        ? [.. roots.Select(root => Derive(root, purpose))]
        : environment.IsDevelopment() ? ForSigning(purpose) : [];

    /// <summary>For what the server signs itself, the newest first.</summary>
    public IReadOnlyList<byte[]> ForSigning(string purpose) => [.. signing.Value.Keys().Select(root => Derive(root, purpose))];

    private static byte[] Derive(byte[] root, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Length, info: Encoding.UTF8.GetBytes($"realtime/{purpose}"));
}
