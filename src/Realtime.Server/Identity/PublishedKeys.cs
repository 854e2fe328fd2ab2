using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Realtime.Discussion.Sites;

namespace Realtime.Server.Identity;

/// <summary>
/// The keys that sign-ons publish: fetched once, again after half a day, and within a minute when a token names a key that is not among them. While an
/// address does not answer, the keys known last stay good.
/// </summary>
internal sealed class PublishedKeys(IOptions<SigningOptions> signing) : IDisposable
{
    private const string Discovery = "/.well-known/openid-configuration";

    private readonly ConcurrentDictionary<string, BaseConfigurationManager> _known = new();

    // A redirect would lead to an address that nobody has configured.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1 << 20 };

    /// <summary>Null when the site's sign-on publishes none.</summary>
    public BaseConfigurationManager? Of(SignOnSettings signOn) => signOn switch
    {
        { Authority: { } authority } => _known.GetOrAdd(authority, _ => Watch(authority.TrimEnd('/') + Discovery, new OpenIdConnectConfigurationRetriever())),
        { KeySet: { } address } => _known.GetOrAdd(address, _ => Watch(address, new KeySetRetriever())),
        _ => null,
    };

    public void Dispose() => _http.Dispose();

    private ConfigurationManager<OpenIdConnectConfiguration> Watch(string address, IConfigurationRetriever<OpenIdConnectConfiguration> retriever) =>
        new(address, retriever, new HttpDocumentRetriever(_http) { RequireHttps = !signing.Value.AllowHttp }) { RefreshInterval = TimeSpan.FromMinutes(1) };

    /// <summary>A bare key set (JWKS), without the document that usually points to it.</summary>
    private sealed class KeySetRetriever : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var keys = new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
            var configuration = new OpenIdConnectConfiguration { JsonWebKeySet = keys };
            foreach (var key in keys.GetSigningKeys()) configuration.SigningKeys.Add(key);
            return configuration;
        }
    }
}
