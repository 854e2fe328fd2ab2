using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Testing.Processes;

namespace Realtime.Browser.Tests.Servers;

/// <summary>The real server as a process that can be killed and started again at the same address, on what it had before.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Development = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };
    private readonly TemporaryDirectory _directory = new();
    private readonly HttpClient _client;
    private readonly int _port = FreePort.Next();
    private ServerProcess? _process;
    private int _posted;

    private readonly bool _screens;

    private LiveServer(bool screens) => (_client, _screens) = (new HttpClient { BaseAddress = Address }, screens);

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <param name="screens">Whether comments are screened; most tests are not about that.</param>
    public static async Task<LiveServer> StartAsync(bool screens = false)
    {
        var server = new LiveServer(screens);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        _process = ServerProcess.Start(
            Development, $"--urls={Address}", $"--Store:Directory={_directory.Path}", "--RateLimits:Enabled=false", "--Store:CommandTimeout=00:00:20",
            "--Store:StartTimeout=00:01:00", $"--Screening:Enabled={_screens}");
        await _process.SaysAsync("curl", patience.Token);
        _ = _process.EndsAsync(CancellationToken.None);
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    public async Task<string> TokenAsync(Person person)
    {
        var answer = await AnswerAsync(_client.PostAsJsonAsync("/api/v1/dev/token", new { userId = person.Id, name = person.Name, roles = person.Roles }));
        return answer.GetProperty("token").GetString()!;
    }

    /// <summary>Posts as somebody who uses another client; answers the comment's number.</summary>
    public async Task<int> PostAsync(
        Person person, string article, string body, int? replyTo = null, object? quote = null, string site = Newsroom.Site)
    {
        var comment = new { clientCommentId = $"{person.Id}-{Interlocked.Increment(ref _posted)}", body, replyTo, quote };
        var answer = await SendAsync(person, HttpMethod.Post, $"{PathOf(article, site)}/comments", comment);
        return answer.GetProperty("comment").GetProperty("number").GetInt32();
    }

    public Task EditAsync(Person person, string article, int number, string body) =>
        SendAsync(person, HttpMethod.Put, $"{PathOf(article)}/comments/{number}", new { revision = 1, body });

    public Task<JsonElement> PageAsync(string article) => _client.GetFromJsonAsync<JsonElement>($"{PathOf(article)}/comments?sort=oldest&limit=100");

    /// <summary>Asks something of the API as somebody who uses another client.</summary>
    public async Task<JsonElement> SendAsync(Person person, HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(person));
        return await AnswerAsync(_client.SendAsync(request));
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        _client.Dispose();
        _directory.Dispose();
        await ValueTask.CompletedTask;
    }

    private static string PathOf(string article, string site = Newsroom.Site) => $"/api/v1/sites/{site}/articles/{article}";

    private static async Task<JsonElement> AnswerAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return response.StatusCode == HttpStatusCode.NoContent ? default : await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}

/// <summary>Somebody who has signed in with the publisher.</summary>
internal sealed record Person(string Id, string Name, params string[] Roles)
{
    public static Person Ada { get; } = new("ada", "Ada Quill");

    public static Person Armen { get; } = new("armen", "Արմեն Սարյան");

    public static Person Omar { get; } = new("omar", "عمر حداد");

    /// <summary>One of those whom the desk offers to be in Development; the next two as well.</summary>
    public static Person Mira { get; } = new("mira", "Mira Voss", "moderator");

    public static Person Anahit { get; } = new("anahit", "Անահիտ Պետրոսյան", "moderator");

    public static Person Jonas { get; } = new("jonas", "Jonas Lind", "publisher", "moderator");

    /// <summary>Keeps the site and moderates it.</summary>
    public static Person Editor { get; } = new("editor", "The Editor", "publisher", "moderator");
}
