using System.Net;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Wire;

public class HeaderTests(DevelopmentServer development, ProductionServer production)
{
    private const string Page = "/api/v1/sites/gazette/articles/headers/comments";

    [Theory]
    [InlineData(Page)]
    [InlineData("/api/v1/nothing")]
    public async Task Answers_of_the_API_are_data_for_browsers_too(string path)
    {
        using var response = await development.Server.Anybody.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task In_Development_pages_of_any_origin_may_call() =>
        Assert.Equal("https://page.example", await AllowedAsync(development.Server, "https://page.example"));

    [Theory]
    [InlineData("https://www.gazette.example", true)]
    [InlineData("https://eu.chronicle.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://www.gazette.example", false)]
    [InlineData("https://www.gazette.example.evil.example", false)]
    public async Task Elsewhere_pages_of_the_configured_origins_may_call(string origin, bool allowed)
    {
        await using var server = await RunningServer.StartAsync(
            "--environment=Production", "--Cors:Origins:0=https://www.gazette.example", "--Cors:Origins:1=https://*.chronicle.example");

        Assert.Equal(allowed ? origin : null, await AllowedAsync(server, origin));
    }

    [Fact]
    public async Task Without_configured_origins_no_foreign_page_may_call() => Assert.Null(await AllowedAsync(production.Server, "https://page.example"));

    [Fact]
    public async Task A_page_is_compressed_for_who_can_read_that()
    {
        var thread = ServerFixture.NewThread();
        await development.Server.As("ada").PostCommentAsync(thread, new string('x', 2000)).JsonAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = development.Server.Address };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new("gzip"));

        using var response = await client.GetAsync($"{thread}/comments");

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    private static async Task<string?> AllowedAsync(RunningServer server, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, Page);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await server.Anybody.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? Assert.Single(origins) : null;
    }
}
