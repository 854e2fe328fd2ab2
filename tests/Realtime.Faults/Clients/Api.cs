using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Clients;

/// <summary>The HTTP side of the contract.</summary>
internal sealed class Api : IDisposable
{
    public const string Site = "faults";
    private readonly ConcurrentDictionary<(Uri Host, string User), string> _tokens = [];
    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    public static string Thread(string article) => $"/api/v1/sites/{Site}/articles/{article}";

    /// <summary>A person's token for this host: hosts need not share their development keys.</summary>
    public async Task<string> TokenAsync(Uri host, string user, CancellationToken cancellation, params string[] roles)
    {
        if (_tokens.TryGetValue((host, user), out var known)) return known;
        using var answer = await _client.PostAsJsonAsync(new Uri(host, "/api/v1/dev/token"), new { userId = user, name = user, roles }, cancellation);
        answer.EnsureSuccessStatusCode();
        var token = Wire.Text(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation), "token")!;
        return _tokens[(host, user)] = token;
    }

    public void Forget(Uri host, string user) => _tokens.TryRemove((host, user), out _);

    public async Task<PostAnswer> PostAsync(Uri host, string user, string article, object comment, CancellationToken cancellation)
    {
        using var content = JsonContent.Create(comment);
        return await PostAsync(host, user, article, content, cancellation);
    }

    public async Task<PostAnswer> PostAsync(Uri host, string user, string article, HttpContent comment, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, Thread(article) + "/comments")) { Content = comment };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(host, user, cancellation));
        using var answer = await _client.SendAsync(request, cancellation);
        return await PostAnswer.ReadAsync(answer, cancellation);
    }

    /// <summary>All comments, oldest first, and the position of the last page.</summary>
    public async Task<(List<SeenComment> Comments, string Position)> AllCommentsAsync(Uri host, string article, CancellationToken cancellation)
    {
        var comments = new List<SeenComment>();
        for (string? cursor = null; ;)
        {
            var page = await GetAsync(host, $"{Thread(article)}/comments?sort=oldest&limit=100{(cursor is null ? "" : "&cursor=" + cursor)}", cancellation);
            comments.AddRange(Wire.Comments(page));
            cursor = Wire.Text(page, "next");
            if (cursor is null) return (comments, Wire.Text(page, "position")!);
        }
    }

    /// <summary>All changes of the present epoch.</summary>
    public async Task<List<LogRange>> AllChangesAsync(Uri host, string article, Place head, CancellationToken cancellation)
    {
        var ranges = new List<LogRange>();
        for (var since = new Place(head.Epoch, 0).ToString(); ;)
        {
            var changes = await GetAsync(host, $"{Thread(article)}/changes?since={since}", cancellation);
            if (changes.ValueKind != JsonValueKind.Object || !changes.TryGetProperty("to", out var to)) throw new InvalidDataException($"changes?since={since} gave {changes}");
            var range = new LogRange(changes.GetProperty("from").GetInt64(), to.GetInt64(), Wire.Changed(changes));
            if (range.To > range.From) ranges.Add(range);
            if (!Wire.Flag(changes, "more") || range.To == range.From) return ranges;
            since = Wire.Text(changes, "position")!;
        }
    }

    public async Task<JsonElement> GetAsync(Uri host, string path, CancellationToken cancellation)
    {
        using var answer = await _client.GetAsync(new Uri(host, path), cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    /// <summary>What a moderator reads.</summary>
    public async Task<JsonElement> GetForDeskAsync(Uri host, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(host, "desk", cancellation, "moderator"));
        using var answer = await _client.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    /// <summary>What a publisher sets for the site.</summary>
    public async Task SetAsync(Uri host, string what, object document, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(host, $"/api/v1/sites/{Site}/{what}")) { Content = JsonContent.Create(document) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(host, "publisher", cancellation, "publisher"));
        using var answer = await _client.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();
}
