using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

internal sealed class F10ReconnectStorm : IFault
{
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(10);

    public string Name => "F10";

    public string Description => "all sockets cut at once, all clients back with jitter and position: the store hardly notices";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        run.Expect(new Expectations { ResetsAllowed = false });
        var readers = run.Options.Quick ? 300 : 1000;
        await using var cluster = await run.StartAsync(new ClusterPlan { Servers = run.Options.Quick ? 1 : 3, LinksToClients = true });
        await using var load = await run.LoadAsync(cluster, new LoadPlan { Readers = readers, Writers = 4, Writing = new WriterTerms { Pace = TimeSpan.FromMilliseconds(400) } });
        for (var round = 0; round < run.RoundsOr(3, 2); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(5));
            var (reads, began) = (await cluster.Store.ReadsAsync(), run.Clock.Now);
            run.Disturb("cut all sockets");
            foreach (var link in cluster.ClientLinks) link.Cut();
            await run.WaitAsync(TimeSpan.FromMilliseconds(200));
            await load.AllReadAsync();
            var took = run.Clock.Now - began;
            await run.WaitAsync(TimeSpan.FromSeconds(1));
            run.Measure("ms until all readers were back", took, BackWithin.TotalMilliseconds);
            run.Measure("reads of the store for a storm", await cluster.Store.ReadsAsync() - reads, readers / 2.0);
            run.Note($"{readers} readers back after {took:F0} ms; {await cluster.Store.ReadsAsync() - reads} reads of the store");
        }

        await load.SettleAsync(cluster);
    }

    public void Judge(FaultRun run, History history)
    {
        var errors = history.Posts.Count(post => post.Code is "InternalServerError" or "BadGateway");
        run.Require(errors == 0, $"{errors} posts met a server error");
    }
}
