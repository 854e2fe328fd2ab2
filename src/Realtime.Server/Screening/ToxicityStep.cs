using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Steps;

namespace Realtime.Server.Screening;

/// <summary>
/// Asks a classifier: <c>POST { "text", "labels": [] }</c>. Understands <c>{ "scores": { label: 0…1 } }</c>, and lists of
/// <c>{ "label", "score" }</c> as most model servers give them. A label over the site's threshold is a finding.
/// </summary>
internal sealed class ToxicityStep(RemoteClient client, IScreeningEndpoints endpoints) : IRemoteStep
{
    public string Name => StepNames.Toxicity;

    public async Task<RemoteAnswer> AskAsync(RemoteQuestion question, CancellationToken cancellation)
    {
        var endpoint = endpoints.ToxicityOf(question.Site) ?? throw new RemoteFailure(RemoteFailureReason.NotConfigured);
        var thresholds = question.Policy.Limits.ToxicityFrom;
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address)
        {
            Content = JsonContent.Create(new { text = question.Subject.Text, labels = thresholds.Keys }),
        };
        if (endpoint.Key is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);

        using var answer = await client.SendAsync(Name, request, cancellation) ?? throw new RemoteFailure(RemoteFailureReason.Malformed);
        var scores = ScoresIn(answer.RootElement);
        // A classifier that says nothing of what was asked is broken; silence must not pass for harmless.
        if (!thresholds.Keys.Any(scores.ContainsKey)) throw new RemoteFailure(RemoteFailureReason.Malformed);

        var over = thresholds.Where(pair => scores.TryGetValue(pair.Key, out var score) && score >= pair.Value)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {scores[pair.Key]:0.00}")).ToList();
        return over.Count == 0 ? RemoteAnswer.Nothing : new RemoteAnswer(Observation.OfAll("toxic", string.Join(", ", over)), null, []);
    }

    private static Dictionary<string, double> ScoresIn(JsonElement answer)
    {
        var scores = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("scores", out var map) && map.ValueKind == JsonValueKind.Object)
        {
            foreach (var score in map.EnumerateObject()) Add(scores, score.Name, score.Value);
        }
        else if (answer.ValueKind == JsonValueKind.Array)
        {
            var items = answer.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Array ? [.. item.EnumerateArray()] : new[] { item });
            foreach (var item in items.Where(item => item.ValueKind == JsonValueKind.Object))
            {
                if (item.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String && item.TryGetProperty("score", out var score))
                    Add(scores, label.GetString()!, score);
            }
        }

        return scores;
    }

    private static void Add(Dictionary<string, double> scores, string label, JsonElement score)
    {
        if (score.ValueKind == JsonValueKind.Number && score.TryGetDouble(out var value) && value is >= 0 and <= 1) scores[label] = value;
    }
}
