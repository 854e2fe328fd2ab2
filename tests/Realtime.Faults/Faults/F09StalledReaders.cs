using System.Net;
using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using Realtime.Faults.Links;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>
/// Stalled readers sit behind a link that reads nothing, or 1 KB/s, with a small window; their pings still go out, so that only the stall can be held
/// against them. Later the link heals, and they must converge like everybody.
/// </summary>
internal sealed class F09StalledReaders : IFault
{
    private const int Window = 4096;
    private const double BytesPerStalled = 512 * 1024;

    public string Name => "F9";

    public string Description => "among 1,000 readers 100 stop reading and 100 take 1 KB/s: the healthy ones do not notice";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        var (healthy, stalled) = run.Options.Quick ? (240, 30) : (800, 100);
        await using var cluster = await run.StartAsync(new ClusterPlan());
        await using var load = await run.LoadAsync(cluster, new LoadPlan { Readers = healthy, Writers = 4, Writing = Terms });
        await run.WaitAsync(run.Seconds(5, 5));
        run.Heal(Baseline);
        await run.WaitAsync(run.Seconds(20, 12));

        var address = IPEndPoint.Parse(cluster.Servers[0].Address.Authority);
        await using var stopped = new TcpProxy(address, Window);
        await using var slow = new TcpProxy(address, Window);
        AddReaders(load, "stopped", stopped, stalled);
        AddReaders(load, "slow", slow, stalled);
        await load.AllReadAsync();
        var before = cluster.Servers[0].ResidentBytes;
        run.Disturb("readers stop reading");
        (stopped.Terms, slow.Terms) = (new LinkTerms { HoldsFromTarget = true }, new LinkTerms { BytesPerSecondFromTarget = 1024 });
        await run.WaitAsync(run.Seconds(20, 12));
        run.Measure("growth of the server's memory with stalled readers, in bytes", cluster.Servers[0].ResidentBytes - before, 2 * stalled * BytesPerStalled);
        run.Heal("readers read again");
        stopped.Terms = slow.Terms = LinkTerms.Healthy;
        await load.SettleAsync(cluster);
    }

    public void Judge(FaultRun run, History history)
    {
        var (baseline, stall, healed) = (At(history, Baseline), At(history, "readers stop reading"), At(history, "readers read again"));
        var without = Figures.Percentile(Figures.Deliveries(history, IsHealthy, baseline, stall - 2000), 0.99);
        var with = Figures.Percentile(Figures.Deliveries(history, IsHealthy, stall, healed), 0.99);
        run.Note($"post to screen, p99 of healthy readers: {without:F1} ms without stalled ones, {with:F1} ms with");
        // Two cores carry readers and server alike: below 10 ms it is the scheduler that is measured.
        run.Require(with <= Math.Max(without * 1.1, without + 10), "stalled readers delayed the healthy ones");
    }

    private const string Baseline = "baseline";

    private static WriterTerms Terms => new() { Articles = ["hot"], Pace = TimeSpan.FromMilliseconds(400) };

    private static bool IsHealthy(string reader) => reader.StartsWith("reader", StringComparison.Ordinal);

    private static double At(History history, string what) => history.Marks.First(mark => mark.What == what).At;

    private static void AddReaders(Load load, string name, TcpProxy link, int count)
    {
        var hosts = new Hosts([new Uri($"http://{link.Address}")]);
        for (var index = 0; index < count; index++) load.AddReader(name + index, load.Hot, hosts, new ReaderTerms { Silence = TimeSpan.FromMinutes(5) });
    }
}
