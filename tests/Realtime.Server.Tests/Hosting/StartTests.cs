using System.Net;
using System.Net.Sockets;
using Realtime.Server.Tests.Servers;
using Realtime.Testing.Processes;
using Xunit;

namespace Realtime.Server.Tests.Hosting;

public sealed class StartTests : IDisposable
{
    private static readonly Dictionary<string, string> Development = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));
    private readonly TemporaryDirectory _directory = new();

    public void Dispose()
    {
        _patience.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_first_run_says_where_it_listens_and_how_to_post_and_watch()
    {
        using var server = Start(Development, "--urls=http://127.0.0.1:0");

        var said = await server.SaysAsync("curl", _patience.Token);

        Assert.Contains("Realtime listens on http://127.0.0.1:", said, StringComparison.Ordinal);
        Assert.Contains("An article with its discussion", said, StringComparison.Ordinal);
        Assert.Contains("/scalar", said, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project src/Realtime.Cli -- watch demo first --url http://127.0.0.1:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_after_a_crash_finds_everything_again()
    {
        const string Page = "/api/v1/sites/demo/articles/first/comments";
        string before;
        using (var server = Start(Development, "--urls=http://127.0.0.1:0"))
        {
            using var client = await ClientOfAsync(server);
            var token = await client.SendJsonAsync(HttpMethod.Post, "/api/v1/dev/token", """{"userId":"ada","name":"Ada"}""").JsonAsync();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("token").GetString());
            await client.PostCommentAsync(Page[..^"/comments".Length]).JsonAsync();
            client.DefaultRequestHeaders.Authorization = null;
            before = await client.GetStringAsync(new Uri(Page, UriKind.Relative), _patience.Token);
        }

        using var again = Start(Development, "--urls=http://127.0.0.1:0");
        using var reader = await ClientOfAsync(again);
        Assert.Equal(before, await reader.GetStringAsync(new Uri(Page, UriKind.Relative), _patience.Token));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("Kestrel__Endpoints__Web__Url", "http://127.0.0.1:{0}")]
    public async Task The_environment_says_where_to_listen(string variable, string value)
    {
        var port = FreePort.Next();
        using var server = Start(new(Development) { [variable] = string.Format(null, value, port) });

        Assert.Contains($":{port} ", await server.SaysAsync("Realtime listens on", _patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_ends_the_start()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await FailsAsync(Development, "address already in use", $"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
    }

    [Fact]
    public async Task A_store_that_is_open_elsewhere_ends_the_start()
    {
        using var first = Start(Development, "--urls=http://127.0.0.1:0");
        await first.SaysAsync("Realtime listens on", _patience.Token);

        await FailsAsync(Development, "open in another process", "--urls=http://127.0.0.1:0");
    }

    [Fact]
    public async Task Outside_Development_a_missing_signing_key_ends_the_start() => await FailsAsync([], "Authentication:SigningKey is missing");

    [Theory]
    [InlineData("Authentication:SigningKey", "--Authentication:SigningKey=short")]
    [InlineData("Authentication:FormerSigningKeys", "--Authentication:FormerSigningKeys:0=short")]
    [InlineData("RateLimits:Enabled", "--RateLimits:Enabled=maybe")]
    [InlineData("RateLimits:Writes:Burst", "--RateLimits:Writes:Burst=0")]
    [InlineData("Cors:Origins", "--Cors:Origins:0=https://gazette.example/path")]
    [InlineData("Discussion:MaxCharacters", "--Discussion:MaxCharacters=0")]
    [InlineData("Discussion:EditWindow", "--Discussion:EditWindow=soon")]
    [InlineData("Writer:QueueLimit", "--Writer:QueueLimit=0")]
    [InlineData("Store:Kind", "--Store:Kind=paper")]
    [InlineData("Store:Directory", "--Store:Directory=/dev/null/data")]
    [InlineData("urls", "--urls=nonsense")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string key, string argument) =>
        await FailsAsync(Development, key, "--urls=http://127.0.0.1:0", argument);

    private async Task FailsAsync(Dictionary<string, string> environment, string expected, params string[] arguments)
    {
        using var server = Start(environment, arguments);
        var (exitCode, errors) = await server.EndsAsync(_patience.Token);

        Assert.Equal(1, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private async Task<HttpClient> ClientOfAsync(ServerProcess server)
    {
        var line = (await server.SaysAsync("Realtime listens on", _patience.Token)).Split('\n')[^1];
        return new HttpClient { BaseAddress = new Uri(line.Split(' ')[3]) };
    }

    private ServerProcess Start(Dictionary<string, string> environment, params string[] arguments) =>
        ServerProcess.Start(environment, [$"--Store:Directory={_directory.Path}", "--Store:CommandTimeout=00:00:20", .. arguments]);
}
