using System.Net.Http.Json;
using System.Text.Json;

namespace Realtime.Server.Tests.Servers;

/// <summary>A site that no other test knows.</summary>
internal sealed class TestSite(RunningServer server)
{
    private static int _sites;

    public RunningServer Server => server;

    public string Id { get; } = $"publication-{Interlocked.Increment(ref _sites)}";

    public string Path => $"/api/v1/sites/{Id}";

    public string Thread => $"{Path}/articles/an-article";

    public HttpClient Publisher => server.As("the-publisher", "publisher");

    public HttpClient Moderator => server.As("the-moderator", "moderator");

    public HttpClient Admin => server.As("the-admin", "admin");

    public Task<JsonElement> SetAsync(string what, object document) => Publisher.PutAsJsonAsync($"{Path}/{what}", document).JsonAsync();

    public Task<JsonElement> AddSecretAsync(string id, string purpose, string? secret = null) =>
        Publisher.PostAsJsonAsync($"{Path}/secrets", new { id, purpose, secret }).JsonAsync();

    public Task<HttpResponseMessage> SanctionAsync(HttpClient by, string user, object sanction) => by.PostAsJsonAsync($"{Path}/people/{Uri.EscapeDataString(user)}/sanctions", sanction);

    public Task<JsonElement> GiveRolesAsync(string user, params string[] roles) =>
        Admin.PutAsJsonAsync($"{Path}/people/{Uri.EscapeDataString(user)}/roles", new { roles }).JsonAsync();

    /// <summary>What a guest is, when the site takes guests.</summary>
    public Task<HttpResponseMessage> BecomeGuestAsync(string? name) => server.Anybody.PostAsJsonAsync($"{Path}/guests", new { name });
}
