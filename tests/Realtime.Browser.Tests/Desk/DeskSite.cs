using System.Text.Json;

namespace Realtime.Browser.Tests.Desk;

/// <summary>A site of a test's own, with one article whose comments all wait for a moderator.</summary>
internal sealed class DeskSite(LiveServer server)
{
    private static int _sites;

    private readonly string _site = $"desk-{Interlocked.Increment(ref _sites)}";

    public const string Article = "harbour-bridge";

    public string Path => $"/api/v1/sites/{_site}";

    public string Thread => $"{Path}/articles/{Article}";

    public Uri Address => new(server.Address, $"/desk?site={_site}");

    public static async Task<DeskSite> OpenAsync(LiveServer server, bool review = true)
    {
        var site = new DeskSite(server);
        await server.SendAsync(Person.Jonas, HttpMethod.Put, site.Thread, new { title = "The bridge that waits for the boats" });
        if (review) await server.SendAsync(Person.Jonas, HttpMethod.Put, $"{site.Thread}/mode", new { review });
        return site;
    }

    /// <summary>Each by a person of their own, so that nobody is too fast.</summary>
    public async Task PostAsync(params IEnumerable<string> bodies)
    {
        foreach (var (i, body) in bodies.Index())
            await server.SendAsync(new Person($"reader-{i}", $"Reader {i}"), HttpMethod.Post, $"{Thread}/comments", new { clientCommentId = $"{i}", body, warned = true });
    }

    public Task DecideAsync(Person moderator, int number, string decision, string? reason = null) =>
        server.SendAsync(moderator, HttpMethod.Post, $"{Thread}/comments/{number}/decisions", new { decision, reason, revision = 1 });

    /// <summary>A comment in the desk's address.</summary>
    public Uri AddressOf(int number) => new($"{Address}#{Article}/{number}");

    public Task<JsonElement> SendAsync(Person by, HttpMethod method, string path, object? body = null) => server.SendAsync(by, method, $"{Path}/{path}", body);

    /// <summary>A comment as moderators see it.</summary>
    public async Task<JsonElement> CommentAsync(int number) =>
        (await server.SendAsync(Person.Jonas, HttpMethod.Get, $"{Thread}/comments/{number}")).GetProperty("comment");

    /// <summary>Who is at a comment; null when nobody is.</summary>
    public async Task<string?> ClaimantAsync(int number) =>
        (await server.SendAsync(Person.Jonas, HttpMethod.Get, $"{Path}/queue/{Article}/{number}")).TryGetProperty("claim", out var claim) ? claim.GetProperty("by").GetProperty("name").GetString() : null;

    /// <summary>How many comments readers see.</summary>
    public async Task<int> PublishedAsync() =>
        (await server.SendAsync(Person.Ada, HttpMethod.Get, $"{Thread}/comments")).GetProperty("commentCount").GetInt32();

    /// <summary>When so many wait in the queue: it hears of them a moment after they were posted.</summary>
    public Task WaitingAsync(int count, string state = "pending") => Eventually.HoldsAsync($"{count} comments wait as {state}", async () =>
        (await server.SendAsync(Person.Jonas, HttpMethod.Get, $"{Path}/queue")).GetProperty("counts").GetProperty(state).GetInt32() == count);
}
