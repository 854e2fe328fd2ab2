using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;
using StackExchange.Redis;

namespace Realtime.Faults.Runs;

/// <summary>Reads what a thread holds at the end: pages and changes from a server that answers, the entries from the store itself where there is one.</summary>
internal sealed class FinalReading(Api api, Cluster cluster, FaultRun run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<FinalThread> ReadAsync(string article)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(run.Cancellation);
        timeout.CancelAfter(Patience);
        while (true)
        {
            foreach (var host in cluster.Hosts.Addresses)
            {
                if (await TryAsync(host, article, timeout.Token) is { } thread) return thread;
            }

            await Task.Delay(200, timeout.Token);
        }
    }

    /// <summary>Null when the host does not answer, or is still catching up: pages, changes and store must agree on where the thread ends.</summary>
    private async Task<FinalThread?> TryAsync(Uri host, string article, CancellationToken cancellation)
    {
        try
        {
            var (comments, position) = await api.AllCommentsAsync(host, article, cancellation);
            var ranges = await api.AllChangesAsync(host, article, Place.Parse(position), cancellation);
            var entries = cluster.HasStore ? await EntriesAsync(article) : null;
            if (entries is not null && entries.Count > Place.Parse(position).Sequence && IsWorthWaiting()) return null;
            return new FinalThread { Article = article, Position = position, Comments = comments, Ranges = ranges, Entries = entries };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private readonly double _began = run.Clock.Now;

    private bool IsWorthWaiting() => run.Clock.Now - _began < run.Expectations.ConvergeWithin.TotalMilliseconds;

    /// <summary>The operation of each entry, null where it posts nothing. Entries are JSON; segments are lists that are filled one after the other.</summary>
    private async Task<List<string?>> EntriesAsync(string article)
    {
        var entries = new List<string?>();
        for (var segment = 0; ; segment++)
        {
            var values = (string?[]?)await cluster.Store.DoAsync("LRANGE", SegmentOf(article, segment), 0, -1) ?? [];
            entries.AddRange(values.Select(entry => entry!.Contains("\"commentPosted\"", StringComparison.Ordinal) ? Operations.In(entry) : null));
            if (values.Length == 0) return entries;
        }
    }

    public static RedisKey SegmentOf(string article, int segment) => $"realtime:{{{Api.Site}/{article}}}:events:{segment}";
}
