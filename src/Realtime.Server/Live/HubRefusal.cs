using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Live;

/// <summary>A refusal as the hub tells it: SignalR carries one string, so it is a JSON object.</summary>
internal sealed record HubRefusal(string Code, string Title, int? NewerRevision, long? RetryAfterMs)
{
    public static HubException Of(Refusal refusal, TimeSpan? retryAfter = null)
    {
        var entry = RefusalTable.Of(refusal.Code);
        var wait = (retryAfter ?? entry.RetryAfter)?.TotalMilliseconds;
        return new HubException(JsonSerializer.Serialize(
            new HubRefusal(entry.Code, entry.Title, refusal.NewerRevision, (long?)wait), HubRefusalJson.Default.HubRefusal));
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HubRefusal))]
internal sealed partial class HubRefusalJson : JsonSerializerContext;
