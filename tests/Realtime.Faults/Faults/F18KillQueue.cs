using System.Globalization;
using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Processes;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>
/// A site that reviews every comment, and a server that dies with the acknowledgement of one on the wire: between the comment's journal and the moderators' queue there is no
/// moment in which it could get lost. Every post is repeated with its id until it is acknowledged, so that the queue must be exactly what was acknowledged.
/// </summary>
internal sealed class F18KillQueue : IFault
{
    private const int Commenters = 6;

    private static readonly string[] Articles = ["hot", "held-1", "held-2"];
    private static readonly TimeSpan CompleteWithin = TimeSpan.FromSeconds(30);

    public string Name => "F18";

    public string Description => "kill -9 directly behind the acknowledgement of a held comment, x20: the queue has each once";

    public bool IsForEveryCommit => true;

    public async Task RunAsync(FaultRun run)
    {
        await using var cluster = await run.StartAsync(new ClusterPlan { IsEmbedded = true });
        var server = cluster.Servers[0];
        using (var publisher = new Api()) await publisher.SetAsync(server.Address, "settings", new { moderation = "pre" }, run.Cancellation);
        var (acknowledged, waits) = (new HashSet<QueuedComment>(), new List<double>());
        for (var round = 0; round < run.RoundsOr(20, 3); round++)
        {
            // Its own connections: those of the round before ended with the server.
            using var api = new Api();
            var posts = Enumerable.Range(1, Commenters)
                .Select(number => new HeldPost(api, run, server, $"commenter{number}", Articles[number % Articles.Length], Operations.Id(number, round))).ToList();
            await KillBehindAcknowledgementAsync(run, server, posts);
            var restarted = run.Clock.Now;
            foreach (var post in posts) acknowledged.Add(await post.AcknowledgedAsync());
            await CheckAsync(run, new QueueReading(api, server.Address), acknowledged, round);
            waits.Add(run.Clock.Now - restarted);
        }

        run.Recorder.Record(new Mark(run.Clock.Now, MarkKind.Quiet, "no more posts"));
        run.Note(string.Create(CultureInfo.InvariantCulture,
            $"{acknowledged.Count} held comments, each once in the queue; all retried and complete {Figures.Median(waits):F0} ms (median) and {waits.Max():F0} ms (worst) after the restart"));
    }

    /// <summary>All post at once; the server dies as soon as one of them, any, has been answered.</summary>
    private static async Task KillBehindAcknowledgementAsync(FaultRun run, ServerProcess server, List<HeldPost> posts)
    {
        var (first, chosen) = (posts.ConvertAll(post => post.TryAsync()), run.Random.Next(Commenters));
        var isAnswered = await first[chosen];
        run.Disturb("kill -9 " + server.Name);
        await server.KillAsync();
        await Task.WhenAll(first);
        run.Require(isAnswered, $"a post was not acknowledged before the server was killed: {posts[chosen].Failure}");
        await server.StartAsync(run.Cancellation);
        run.Heal("restarted " + server.Name);
    }

    private static async Task CheckAsync(FaultRun run, QueueReading queue, HashSet<QueuedComment> acknowledged, int round)
    {
        var began = run.Clock.Now;
        var pending = await queue.PendingAsync(run.Cancellation);
        while (!acknowledged.IsSubsetOf(pending) && run.Clock.Now - began < CompleteWithin.TotalMilliseconds)
        {
            await run.WaitAsync(TimeSpan.FromMilliseconds(50));
            pending = await queue.PendingAsync(run.Cancellation);
        }

        run.Require(acknowledged.IsSubsetOf(pending), $"round {round}: {acknowledged.Except(pending).Count()} acknowledged comments are not in the queue after {CompleteWithin.TotalSeconds} s");
        run.Require(pending.Count == pending.Distinct().Count(), $"round {round}: {pending.Count - pending.Distinct().Count()} comments are in the queue twice");
        run.Require(pending.ToHashSet().IsSubsetOf(acknowledged), $"round {round}: the queue has {pending.Except(acknowledged).Count()} comments that nobody posted");
    }
}
