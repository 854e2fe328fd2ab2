using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Realtime.Server.Tests.Servers;

/// <summary>Short ways to say what tests ask of the server.</summary>
internal static class Requests
{
    private static int _ids;

    public static Task<HttpResponseMessage> PostCommentAsync(this HttpClient client, string thread, string body = "Hello", int? replyTo = null) =>
        client.PostAsJsonAsync($"{thread}/comments", new { clientCommentId = $"id-{Interlocked.Increment(ref _ids)}", body, replyTo });

    /// <summary>Sends JSON as it stands here, broken or not.</summary>
    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string path, string json) =>
        client.SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path) =>
        client.SendAsync(new HttpRequestMessage(method, path));

    public static async Task<HttpResponseMessage> GetUnlessAsync(this HttpClient client, string path, EntityTagHeaderValue? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await client.SendAsync(request);
    }

    /// <summary>The body of an answer that must be a success.</summary>
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The answer must be problem details with this status and code.</summary>
    public static async Task<JsonElement> IsRefusedAsync(this Task<HttpResponseMessage> sent, int status, string code)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((HttpStatusCode)status == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return problem;
    }

    public static IEnumerable<int> Numbers(this JsonElement page) =>
        page.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("number").GetInt32());
}
