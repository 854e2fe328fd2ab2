using System.Globalization;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Refusals;

/// <summary>A refusal over HTTP: problem details (RFC 9457) with the stable code, and <c>Retry-After</c> where a retry helps.</summary>
internal sealed class Refused(RefusalEntry entry, int? newerRevision = null, TimeSpan? retryAfter = null, string? detail = null) : IResult
{
    public const string MediaType = "application/problem+json";

    public static Refused Because(Refusal refusal) => new(RefusalTable.Of(refusal.Code), refusal.NewerRevision, detail: refusal.Detail);

    public static Refused Because(RefusalCode code) => new(RefusalTable.Of(code));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = entry.Status;
        response.Headers.CacheControl = "no-store";
        if ((retryAfter ?? entry.RetryAfter) is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(Problem.Of(entry, newerRevision) with { Detail = detail }, options: null, MediaType, httpContext.RequestAborted);
    }
}

/// <summary>Why a request was not carried out (RFC 9457).</summary>
internal sealed record Problem
{
    public required string Type { get; init; }

    /// <summary>A sentence for people, in English. It may change.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>What programs go by. It never changes its meaning.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong with this request in particular, in English: every mistake in a document, the reason of a ban.</summary>
    public string? Detail { get; init; }

    /// <summary>With <c>stale_revision</c>: the revision that the comment has now.</summary>
    public int? NewerRevision { get; init; }

    public static Problem Of(RefusalEntry entry, int? newerRevision) => new()
    {
        Type = $"urn:realtime:problem:{entry.Code}",
        Title = entry.Title,
        Status = entry.Status,
        Code = entry.Code,
        NewerRevision = newerRevision,
    };
}
