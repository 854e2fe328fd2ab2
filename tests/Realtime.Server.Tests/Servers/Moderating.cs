using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Realtime.Server.Tests.Servers;

/// <summary>Short ways to say what moderators ask of the server, and what is seen of it.</summary>
internal static class Moderating
{
    public static Task<HttpResponseMessage> DecideAsync(this HttpClient by, string thread, int number, object decision) =>
        by.PostAsJsonAsync($"{thread}/comments/{number}/decisions", decision);

    public static Task<JsonElement> RejectAsync(this HttpClient by, string thread, int number, int revision = 1) =>
        by.DecideAsync(thread, number, new { decision = "reject", reason = "abusive", revision }).JsonAsync();

    public static Task<JsonElement> ApproveAsync(this HttpClient by, string thread, int number, int revision = 1) =>
        by.DecideAsync(thread, number, new { decision = "approve", revision }).JsonAsync();

    /// <summary>From now on every comment of the thread waits for a moderator.</summary>
    public static Task<JsonElement> ReviewAsync(this HttpClient by, string thread) => by.PutAsJsonAsync($"{thread}/mode", new { review = true }).JsonAsync();

    public static async Task<JsonElement> ReadAsync(this HttpClient by, string thread, int number) =>
        (await by.GetAsync($"{thread}/comments/{number}").JsonAsync()).GetProperty("comment");

    public static async Task<string?> StatusAsync(this HttpClient by, string thread, int number) => (await by.ReadAsync(thread, number)).GetProperty("status").GetString();

    public static Task<JsonElement> PageAsync(this HttpClient by, string thread) => by.GetAsync($"{thread}/comments?sort=oldest").JsonAsync();

    /// <summary>The answer to a posting that must have this status, over HTTP and of the comment.</summary>
    public static async Task<JsonElement> IsAnsweredAsync(this Task<HttpResponseMessage> sent, int status, string comment)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{response.StatusCode}: {text}");
        var posted = JsonDocument.Parse(text).RootElement.GetProperty("comment");
        Assert.Equal(comment, posted.GetProperty("status").GetString());
        return posted;
    }
}
