using System.Globalization;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Refusals;

/// <summary>A refusal over HTTP: problem details (RFC 9457) with the stable code, and <c>Retry-After</c> where a retry helps.</summary>
internal sealed class Refused(RefusalEntry entry, Refusal? refusal = null, TimeSpan? retryAfter = null) : IResult
{
    public const string MediaType = "application/problem+json";

    public static Refused Because(Refusal refusal) => new(RefusalTable.Of(refusal.Code), refusal);

    public static Refused Because(RefusalCode code) => new(RefusalTable.Of(code));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = entry.Status;
        response.Headers.CacheControl = "no-store";
        if ((retryAfter ?? entry.WaitFor(refusal, httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())) is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(Problem.Of(entry, refusal), options: null, MediaType, httpContext.RequestAborted);
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

    /// <summary>What is wrong with this request in particular: every mistake in a document, the reason of a ban, the title of the rule.</summary>
    public string? Detail { get; init; }

    /// <summary>With <c>stale_revision</c>: the revision that the comment has now.</summary>
    public int? NewerRevision { get; init; }

    /// <summary>With <c>comment_refused</c> and <c>comment_may_break_rule</c>: the number of the rule of the discussion policy; left out when it is about none.</summary>
    public int? Rule { get; init; }

    /// <summary>Likewise: where in the text, in UTF-16 code units, white space around it not counted; left out when it is about the whole.</summary>
    public IReadOnlyList<SpanView>? Spans { get; init; }

    /// <summary>From when on it is worth another try: the end of a suspension, the next turn in a slow discussion.</summary>
    public DateTime? Until { get; init; }

    /// <summary>With <c>already_decided</c> and <c>claimed_by_another</c>: who was first.</summary>
    public DecidedBeforeView? Decided { get; init; }

    public static Problem Of(RefusalEntry entry, Refusal? refusal) => new()
    {
        Type = $"urn:realtime:problem:{entry.Code}",
        Title = entry.Title,
        Status = entry.Status,
        Code = entry.Code,
        Detail = refusal?.Detail,
        NewerRevision = refusal?.NewerRevision,
        Rule = refusal?.Rule,
        Spans = SpansOf(refusal),
        Until = refusal?.Until?.UtcDateTime,
        Decided = DecidedBeforeView.Of(refusal?.Decided),
    };

    internal static IReadOnlyList<SpanView>? SpansOf(Refusal? refusal) =>
        refusal is { Spans: { Count: > 0 } spans } ? [.. spans.Select(span => new SpanView { Start = span.Start, Length = span.Length })] : null;
}

/// <summary>Another moderator's decision that came first.</summary>
internal sealed record DecidedBeforeView
{
    public required string Decision { get; init; }

    public required AuthorView By { get; init; }

    public required DateTime At { get; init; }

    public static DecidedBeforeView? Of(DecidedBefore? decided) => decided is null ? null : new DecidedBeforeView
    {
        Decision = decided.Decision,
        By = new AuthorView { Id = decided.By.Id.Value, Name = decided.By.Name },
        At = decided.At.UtcDateTime,
    };
}
