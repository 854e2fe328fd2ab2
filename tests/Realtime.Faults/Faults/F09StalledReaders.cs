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
    private const string Baseline = "everybody reads";
    private const string Stall = "readers stop reading";
    private const string Healed = "readers read again";
    private const int Window = 4096;
    private const double BytesPerStalled = 256 * 1024;

    /// <summary>What a server's heap may take meanwhile whoever reads.</summary>
    private const double HeapMayGrow = 24 * 1024 * 1024;

    public string Name => "F9";

    public string Description => "among 1,000 readers 100 stop reading and 100 take 1 KB/s: the healthy ones do not notice";

    public bool IsForEveryCommit => true;

    public string? Missing(RunOptions options) => Needs.Redis();

    public async Task RunAsync(FaultRun run)
    {
        var (healthy, stalled) = run.Options.Quick ? (240, 30) : (800, 100);
        await using var cluster = await run.StartAsync(new ClusterPlan());
        var address = IPEndPoint.Parse(cluster.Servers[0].Address.Authority);
        await using var stopped = new TcpProxy(address, Window);
        await using var slow = new TcpProxy(address, Window);
        await using var load = await run.LoadAsync(cluster, new LoadPlan { Readers = healthy, Writers = 4, Writing = Terms });
        AddReaders(load, "stopped", stopped, stalled);
        AddReaders(load, "slow", slow, stalled);
        await load.AllReadAsync();
        for (var round = 0; round < run.RoundsOr(4, 3); round++)
        {
            await run.WaitAsync(TimeSpan.FromSeconds(3));
            run.Heal(Baseline);
            await run.WaitAsync(run.Seconds(10, 6));
            run.Disturb(Stall);
            var before = cluster.Servers[0].ResidentBytes;
            (stopped.Terms, slow.Terms) = (new LinkTerms { HoldsFromTarget = true }, new LinkTerms { BytesPerSecondFromTarget = 1024 });
            await run.WaitAsync(run.Seconds(10, 6));
            run.Measure("growth of the server's memory with stalled readers, in bytes", cluster.Servers[0].ResidentBytes - before, HeapMayGrow + (2 * stalled * BytesPerStalled));
            stopped.Terms = slow.Terms = LinkTerms.Healthy;
            run.Heal(Healed);
        }

        await load.SettleAsync(cluster);
    }

    /// <summary>
    /// With and without by turns: a busy machine then disturbs both alike, and the middle one of the rounds counts. A quick run has too few posts for a
    /// 99th percentile, so that the 90th decides.
    /// </summary>
    public void Judge(FaultRun run, History history)
    {
        foreach (var share in new[] { 0.9, 0.99 })
        {
            var (without, with) = (Latency(history, Baseline, Stall, share), Latency(history, Stall, Healed, share));
            run.Note($"post to screen, p{share * 100:F0} of healthy readers: {without:F1} ms without stalled ones, {with:F1} ms with");
            // Two cores carry readers and server alike: below 10 ms it is the scheduler that is measured.
            var decides = share < 0.99 || !run.Options.Quick;
            run.Require(!decides || with <= Math.Max(without * 1.1, without + 10), $"stalled readers delayed the healthy ones (p{share * 100:F0})");
        }
    }

    private static double Latency(History history, string from, string to, double share) => Figures.Median(
    [
        .. history.Marks.Where(mark => mark.What == from).Zip(history.Marks.Where(mark => mark.What == to))
            .Select(phase => Figures.Percentile(Figures.Deliveries(history, IsHealthy, phase.First.At, phase.Second.At), share)),
    ]);

    private static WriterTerms Terms => new() { Articles = ["hot"], Pace = TimeSpan.FromMilliseconds(200) };

    private static bool IsHealthy(string reader) => reader.StartsWith("reader", StringComparison.Ordinal);

    private static void AddReaders(Load load, string name, TcpProxy link, int count)
    {
        var hosts = new Hosts([new Uri($"http://{link.Address}")]);
        for (var index = 0; index < count; index++) load.AddReader(name + index, load.Hot, hosts, new ReaderTerms { Silence = TimeSpan.FromMinutes(5) });
    }
}
