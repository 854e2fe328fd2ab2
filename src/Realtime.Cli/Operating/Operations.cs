using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Realtime.Cli.Operating;

/// <summary>The server does not do what it was asked; the message is the sentence for the operator.</summary>
internal sealed class OperationFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What operators ask of a server.</summary>
internal sealed class Operations : IDisposable
{
    private readonly HttpClient _client;

    public Operations(Uri server, string? token)
    {
        // A large site takes as long as it takes; Ctrl+C ends the wait.
        _client = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        if (token is not null) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The sentence that says what was done.</summary>
    /// <exception cref="OperationFailedException">It was not.</exception>
    public async Task<string> RebuildAsync(string projection, string site, CancellationToken cancellation)
    {
        var rebuilt = await AskAsync("/api/v1/operations/rebuild", new { projection, site }, cancellation);
        var (threads, seconds) = (rebuilt.GetProperty("threads").GetInt32(), rebuilt.GetProperty("seconds").GetDouble());
        return string.Create(CultureInfo.InvariantCulture, $"{projection} of {site} made anew from {threads} {(threads == 1 ? "thread" : "threads")} in {seconds:F1} s.");
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonElement> AskAsync(string path, object what, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _client.PostAsJsonAsync(path, what, cancellation);
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            return answer.IsSuccessStatusCode ? said : throw new OperationFailedException(SentenceOf(said));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw new OperationFailedException($"{_client.BaseAddress} does not answer as a server of Realtime would: {e.Message}", e);
        }
    }

    private static string SentenceOf(JsonElement problem)
    {
        string? Text(string name) => problem.TryGetProperty(name, out var value) ? value.GetString() : null;
        return string.Join(' ', new[] { Text("title") ?? "The server refuses.", Text("detail") }.OfType<string>());
    }
}
