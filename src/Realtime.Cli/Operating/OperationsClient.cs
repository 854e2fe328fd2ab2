using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Cli.Screens;

namespace Realtime.Cli.Operating;

/// <summary>What an operator asks of a running server.</summary>
internal sealed class OperationsClient : IDisposable
{
    /// <summary>An operation takes the time it takes; Ctrl+C ends the waiting.</summary>
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri _server;

    public OperationsClient(Uri server, string? token)
    {
        _server = server;
        if (token is not null) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Returns how many threads have told everything again.</summary>
    /// <exception cref="OperationFailedException">The server refuses, or there is none.</exception>
    public async Task<int> RebuildAsync(string projection, string site, CancellationToken stop)
    {
        try
        {
            using var answer = await _client.PostAsJsonAsync(new Uri(_server, "/api/v1/operations/rebuild"), new { projection, site }, stop);
            var told = await ReadAsync(answer, stop);
            if (answer.IsSuccessStatusCode && told.TryGetProperty("threads", out var threads)) return threads.GetInt32();
            throw new OperationFailedException(SentenceOf(answer, told));
        }
        catch (HttpRequestException e)
        {
            throw new OperationFailedException($"No server answers at {_server}: {SafeText.Line(e.Message)}", e);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>An empty object when it is no JSON: something else than the server has answered.</summary>
    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            var told = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
            return told.ValueKind == JsonValueKind.Object ? told : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    private static JsonElement Nothing => JsonElement.Parse("{}");

    private static string SentenceOf(HttpResponseMessage answer, JsonElement problem)
    {
        var (title, detail) = (TextOf(problem, "title") ?? "", TextOf(problem, "detail") ?? "");
        return SafeText.Line($"The server refuses ({TextOf(problem, "code") ?? $"{(int)answer.StatusCode}"}): {title} {detail}");
    }

    private static string? TextOf(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Nothing has been done, or nobody knows. The message is a sentence for people.</summary>
internal sealed class OperationFailedException(string message, Exception? inner = null) : Exception(message, inner);
