using System.Net;
using System.Net.WebSockets;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>OWASP ASVS V3.5 and V4.4 (origin separation, WebSocket): which pages may open the hub, and that nothing rides on what a browser sends by itself.</summary>
public sealed class OriginTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(
        "--environment=Production", "--Cors:Origins:0=https://www.gazette.example", "--Cors:Origins:1=https://*.chronicle.example");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("https://www.gazette.example", true)]
    [InlineData("https://eu.chronicle.example", true)]
    [InlineData("own", true)]
    [InlineData(null, true)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://www.gazette.example", false)]
    [InlineData("https://www.gazette.example.evil.example", false)]
    [InlineData("https://chronicle.example.evil.example", false)]
    [InlineData("null", false)]
    [InlineData("file://", false)]
    public async Task A_websocket_is_opened_for_pages_that_may_and_for_programs(string? origin, bool may)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin == "own" ? _server.Address.GetLeftPart(UriPartial.Authority) : origin);
        var address = new UriBuilder(_server.HubAddress) { Scheme = "ws" }.Uri;

        var connecting = socket.ConnectAsync(address, TestContext.Current.CancellationToken);

        if (may) await connecting;
        else await Assert.ThrowsAsync<WebSocketException>(() => connecting);
    }

    [Fact]
    public async Task A_foreign_page_cannot_negotiate_either()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{_server.HubAddress}/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://evil.example" } } };

        await _server.Anybody.SendAsync(request).IsRefusedAsync(403, "not_allowed");
    }

    [Fact]
    public async Task A_cookie_signs_nobody_in_and_none_is_ever_set()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sites/gazette/settings")
            { Headers = { { "Cookie", $"access_token={Tokens.For("ada", "admin")}; Authorization=Bearer {Tokens.For("ada", "admin")}" } } };

        using var response = await _server.Anybody.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    public async Task What_a_form_of_a_foreign_page_can_send_is_not_taken(string mediaType)
    {
        using var form = new StringContent("""{"locked":true}""", System.Text.Encoding.UTF8, mediaType);

        await _server.As("the-publisher", "publisher").PutAsync("/api/v1/sites/gazette/settings", form).IsRefusedAsync(415, "media_type_unsupported");
    }
}
