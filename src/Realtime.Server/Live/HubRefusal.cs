using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live;

/// <summary>A refusal as the hub tells it: SignalR carries one string, so it is a JSON object. Its members are those of the HTTP problem.</summary>
internal sealed record HubRefusal(string Code, string Title)
{
    public string? Detail { get; init; }

    public int? NewerRevision { get; init; }

    public int? Rule { get; init; }

    public IReadOnlyList<SpanView>? Spans { get; init; }

    public DateTime? Until { get; init; }

    public DecidedBeforeView? Decided { get; init; }

    public long? RetryAfterMs { get; init; }

    /// <param name="refusal">Why.</param>
    /// <param name="now">The time now.</param>
    /// <param name="retryAfter">When a retry helps, where the caller knows better.</param>
    public static HubException Of(Refusal refusal, DateTimeOffset now, TimeSpan? retryAfter = null)
    {
        var (entry, problem) = (RefusalTable.Of(refusal.Code), Problem.Of(RefusalTable.Of(refusal.Code), refusal));
        var told = new HubRefusal(entry.Code, entry.Title)
        {
            Detail = problem.Detail,
            NewerRevision = problem.NewerRevision,
            Rule = problem.Rule,
            Spans = problem.Spans,
            Until = problem.Until,
            Decided = problem.Decided,
            RetryAfterMs = (long?)(retryAfter ?? entry.WaitFor(refusal, now))?.TotalMilliseconds,
        };
        return new HubException(JsonSerializer.Serialize(told, HubRefusalJson.Default.HubRefusal));
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HubRefusal))]
internal sealed partial class HubRefusalJson : JsonSerializerContext;
