using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Realtime.Server.Tests.Servers;

namespace Realtime.Server.Tests.Identity;

/// <summary>A publisher's sign-on that publishes its keys: as a key set, and as an OpenID Connect authority.</summary>
internal sealed class SignOnServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _generation = "1";

    private SignOnServer(WebApplication app) => _app = app;

    public string Authority => _app.Urls.Single();

    public string KeySet => $"{Authority}/keys";

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    public static async Task<SignOnServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new SignOnServer(builder.Build());
        server._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = server.Authority, jwks_uri = server.KeySet }));
        server._app.MapGet("/keys", () => Results.Json(new { keys = server.Published() }));
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The keys have new names from now on, as if they were others.</summary>
    public void Rotate() => _generation = "2";

    public string Sign(IEnumerable<Claim> claims, string algorithm = SecurityAlgorithms.RsaSha256, TimeSpan? lifetime = null) =>
        Tokens.SignWith(new SigningCredentials(KeyFor(algorithm), algorithm), claims, lifetime);

    /// <summary>The published key as text: what a forger would sign HS256 with.</summary>
    public string PublicKeyAsText => _rsa.ExportSubjectPublicKeyInfoPem();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
        _ec.Dispose();
    }

    private SecurityKey KeyFor(string algorithm) => algorithm.StartsWith("ES", StringComparison.Ordinal)
        ? new ECDsaSecurityKey(_ec) { KeyId = $"ec-{_generation}" }
        : new RsaSecurityKey(_rsa) { KeyId = $"rsa-{_generation}" };

    private object[] Published()
    {
        Fetches++;
        var (rsa, ec) = (_rsa.ExportParameters(false), _ec.ExportParameters(false));
        return
        [
            new { kty = "RSA", use = "sig", kid = $"rsa-{_generation}", n = Base64UrlEncoder.Encode(rsa.Modulus), e = Base64UrlEncoder.Encode(rsa.Exponent) },
            new { kty = "EC", use = "sig", kid = $"ec-{_generation}", crv = "P-256", x = Base64UrlEncoder.Encode(ec.Q.X), y = Base64UrlEncoder.Encode(ec.Q.Y) },
        ];
    }
}
