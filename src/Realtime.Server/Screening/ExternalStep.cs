using System.Net.Http.Headers;
using System.Text.Json;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Steps;

namespace Realtime.Server.Screening;

/// <summary>
/// Asks the publisher's own moderation, with a signed request (<see cref="HookSignature"/>). Answers: 204 for nothing, or
/// <c>{ "verdict": "allow|hold|reject|tag", "rule"?, "code"?, "spans"?: [{ "start", "length" }], "tags"?: [] }</c>. It can add to what was found,
/// not take away.
/// </summary>
internal sealed class ExternalStep(RemoteClient client, IScreeningEndpoints endpoints, TimeProvider time) : IRemoteStep
{
    public string Name => StepNames.External;

    public async Task<RemoteAnswer> AskAsync(RemoteQuestion question, CancellationToken cancellation)
    {
        if (endpoints.HookOf(question.Site) is not { Keys.Count: > 0 } endpoint) throw new RemoteFailure(RemoteFailureReason.NotConfigured);
        var body = JsonSerializer.SerializeToUtf8Bytes(HookRequest.Of(question), JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HookSignature.Sign(request, body, endpoint.Keys, time.GetUtcNow());

        using var answer = await client.SendAsync(Name, request, cancellation);
        return answer is null ? RemoteAnswer.Nothing : Understand(answer, question);
    }

    private static RemoteAnswer Understand(JsonDocument json, RemoteQuestion question)
    {
        try
        {
            var answer = json.Deserialize<HookAnswer>(JsonSerializerOptions.Web) ?? throw new RemoteFailure(RemoteFailureReason.Malformed);
            var tags = answer.UsableTags;
            var rule = question.Policy.Rules.Any(known => known.Number == answer.Rule) ? answer.Rule : null;
            return answer.Verdict switch
            {
                "allow" or "tag" => new RemoteAnswer(null, null, tags),
                "hold" => new RemoteAnswer(Seen(answer, question, Verdict.Hold), rule, tags),
                "reject" => new RemoteAnswer(Seen(answer, question, Verdict.Reject), rule, tags),
                _ => throw new RemoteFailure(RemoteFailureReason.Malformed),
            };
        }
        catch (JsonException)
        {
            throw new RemoteFailure(RemoteFailureReason.Malformed);
        }
    }

    private static Observation Seen(HookAnswer answer, RemoteQuestion question, Verdict atMost) =>
        new(answer.UsableCode, answer.SpansWithin(question.Subject.Text.Length), atMost);
}
