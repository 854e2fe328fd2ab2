using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Realtime.LoadTest.Readers;

/// <summary>Those who write and decide, over HTTP, on each server in turn.</summary>
internal sealed class Newsroom : IDisposable
{
    public const string Site = "load";

    private readonly IReadOnlyList<HttpClient> _clients;
    private readonly string _thread;
    private int _calls;

    public Newsroom(IReadOnlyList<Uri> servers, string article)
    {
        _clients = [.. servers.Select(server => new HttpClient { BaseAddress = server })];
        (Article, _thread) = (article, $"/api/v1/sites/{Site}/articles/{article}");
    }

    public string Article { get; }

    public async Task<string> TokenAsync(string user, CancellationToken cancellation, params string[] roles)
    {
        using var answer = await _clients[0].PostAsJsonAsync("/api/v1/dev/token", new { userId = user, name = user, roles }, cancellation);
        return (await ReadAsync(answer, cancellation)).GetProperty("token").GetString()!;
    }

    /// <summary>Posts a comment and returns its number.</summary>
    public async Task<int> PostAsync(string user, CancellationToken cancellation)
    {
        var comment = new { clientCommentId = Guid.NewGuid().ToString("N"), body = "A comment that somebody may object to." };
        return (await SendAsync($"{_thread}/comments", comment, await TokenAsync(user, cancellation), cancellation)).GetProperty("comment").GetProperty("number").GetInt32();
    }

    public async Task RejectAsync(int number, CancellationToken cancellation) => await SendAsync(
        $"{_thread}/comments/{number}/decisions", new { decision = "reject", reason = "offensive", revision = 1 }, await ModeratorAsync(cancellation), cancellation);

    public async Task BanAsync(string user, CancellationToken cancellation) => await SendAsync(
        $"/api/v1/sites/{Site}/people/{user}/sanctions", new { kind = "ban", reason = "Spam." }, await ModeratorAsync(cancellation), cancellation);

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
    }

    private string? _moderator;

    private async ValueTask<string> ModeratorAsync(CancellationToken cancellation) => _moderator ??= await TokenAsync("moderator", cancellation, "moderator");

    private async Task<JsonElement> SendAsync(string path, object body, string token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _clients[_calls++ % _clients.Count].SendAsync(request, cancellation);
        return await ReadAsync(answer, cancellation);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }
}
