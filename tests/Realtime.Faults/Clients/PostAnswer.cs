using System.Net;
using System.Text.Json;

namespace Realtime.Faults.Clients;

/// <summary>How one attempt to post was answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The problem's stable code, when it was refused.</param>
/// <param name="Number">The comment's number, when it was acknowledged.</param>
/// <param name="Position">The thread's position then.</param>
/// <param name="RetryAfter">How long the server asks to wait.</param>
internal sealed record PostAnswer(HttpStatusCode Status, string? Code, int? Number, string? Position, TimeSpan? RetryAfter)
{
    /// <summary>202: it waits for a moderator.</summary>
    public bool IsAcknowledged => Status is HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Accepted;

    /// <summary>Worth another attempt with the same id.</summary>
    public bool IsRetryable => (int)Status >= 500 || Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.Unauthorized;

    public static async Task<PostAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var wait = answer.Headers.RetryAfter?.Delta;
        using var body = Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
        if (body?.RootElement is not { ValueKind: JsonValueKind.Object } json) return new PostAnswer(answer.StatusCode, null, null, null, wait);
        var isComment = json.TryGetProperty("comment", out var comment);
        return new PostAnswer(answer.StatusCode, Wire.Text(json, "code"), isComment ? comment.GetProperty("number").GetInt32() : null, Wire.Text(json, "position"), wait);
    }

    private static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            return bytes.Length == 0 ? null : JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
