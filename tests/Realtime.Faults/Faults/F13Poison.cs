using System.Net;
using System.Text;
using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F13Poison : IFault
{
    private const int Chain = 10_000;
    private const string Article = "poisoned";

    public string Name => "F13";

    public string Description => "input that hurts, a reply chain without end, a corrupt entry in the journal: refused or quarantined";

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan());
        await using var load = await run.LoadAsync(cluster);
        run.Disturb("poison");
        var host = cluster.Hosts.Addresses[0];
        await RefusesAsync(run, load.Api, host, "1 MB of text", Comment(new string('a', 1_000_000)));
        await RefusesAsync(run, load.Api, host, "NUL", Comment(@"a\u0000b"));
        await RefusesAsync(run, load.Api, host, "a lone surrogate", Comment(@"a\ud800b"));
        await RefusesAsync(run, load.Api, host, "half an object", Comment("a")[..20]);
        await ChainAsync(run, load.Api, host);
        await CorruptAsync(run, cluster, load.Api, host);
        await load.SettleAsync(cluster);
    }

    private static string Comment(string body) => $$"""{"clientCommentId":"poison","body":"{{body}}"}""";

    private static async Task RefusesAsync(FaultRun run, Api api, Uri host, string what, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await api.PostAsync(host, "mallory", Article, content, run.Cancellation);
        run.Require((int)answer.Status is >= 400 and < 500 && answer.Code is not null, $"{what} was answered with {(int)answer.Status} {answer.Code}");
    }

    private static async Task ChainAsync(FaultRun run, Api api, Uri host)
    {
        var length = run.Options.Quick ? Chain / 10 : Chain;
        int? parent = null;
        for (var index = 0; index < length; index++)
            parent = (await api.PostAsync(host, "chain", Article, new { clientCommentId = $"chain{index}", body = "And so on.", replyTo = parent }, run.Cancellation)).Number;
        run.Require(parent == length, $"a chain of {length} replies ended at {parent}");
        var context = await api.GetAsync(host, $"{Api.Thread(Article)}/comments/{length}", run.Cancellation);
        run.Require(context.GetProperty("ancestors").GetArrayLength() > 0, "the end of a long chain has no ancestors");
    }

    /// <summary>Bytes that are no event, in the place of a comment; then the server starts anew and has to read them.</summary>
    private static async Task CorruptAsync(FaultRun run, Cluster cluster, Api api, Uri host)
    {
        await cluster.Store.DoAsync("LSET", FinalReading.SegmentOf(Article, 0), 4, new byte[] { 0xff, 0x00, 0x7b });
        foreach (var key in (string?[]?)await cluster.Store.DoAsync("KEYS", $"realtime:{{{Api.Site}/{Article}}}:snapshot:*") ?? []) await cluster.Store.DoAsync("DEL", key!);
        await cluster.Servers[0].KillAsync();
        await cluster.Servers[0].StartAsync(run.Cancellation);
        var page = await api.GetAsync(host, $"{Api.Thread(Article)}/comments?sort=oldest&limit=10", run.Cancellation);
        var statuses = page.GetProperty("comments").EnumerateArray().Select(comment => Wire.Text(comment, "status")).ToList();
        run.Require(statuses.Count == 10 && statuses[4] == "unreadable" && statuses[5] == "published", $"around a corrupt entry the thread reads {string.Join(' ', statuses)}");
        var answer = await api.PostAsync(host, "mallory", Article, new { clientCommentId = "after", body = "Still here." }, run.Cancellation);
        run.Require(answer.Status == HttpStatusCode.Created, $"the thread with a corrupt entry answered a post with {(int)answer.Status} {answer.Code}");
    }
}
