using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Benchmarks.Machine;
using Realtime.Benchmarks.Reports;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;
using Realtime.Grains.DryRuns;
using Realtime.Grains.Replicas;
using Realtime.Server.Hosting;
using Realtime.Server.Sites.DryRuns;

namespace Realtime.Benchmarks.Screening;

/// <summary>Word lists tried on a site of 100,000 comments, and applied while a host shows every thread of it.</summary>
internal static class WholeSite
{
    private const int Threads = 10, CommentsEach = 10_000, Characters = 300, ListEntries = 2_000;

    private const string Banned = "qwizzlebork", Suspect = "fjordplonk";

    private static readonly SiteId Site = new("benchmark");
    private static readonly Actor Moderator = new(new UserId("moderator"), "Moderator", Roles.Moderator);

    public static async Task RunAsync(Plan plan, CancellationToken cancellation)
    {
        Facts.Print();
        await using var redis = new RedisProcess();
        var builder = Server.Program.Configure(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Store:Kind=redis", $"--Store:Redis=127.0.0.1:{redis.Port}", "--Cluster:SiloPort=0",
            "--Cluster:GatewayPort=0", "--Logging:LogLevel:Default=Warning",
        ]);
        await using var store = await ServerStore.OpenAsync(builder);
        await using var app = Server.Program.Assemble(builder);
        await app.StartOrStopAsync();
        var prose = new Prose(seed: 1);
        await SeedAsync(app.Services.GetRequiredService<IJournal>(), prose, cancellation);
        await MeasureAsync(app.Services, Lists(prose), plan, cancellation);
        await app.StopAsync(cancellation);
    }

    private static async Task MeasureAsync(IServiceProvider services, WordLists lists, Plan plan, CancellationToken cancellation)
    {
        var table = new Table("", "comments", "s", "comments/s", "hold", "reject", "skipped");
        var (runs, id) = (services.GetRequiredService<IDryRuns>(), "");
        for (var round = 1; round <= Math.Min(plan.Rounds, 3); round++)
        {
            (id, var report) = await TryAsync(runs, lists, cancellation);
            var seconds = report.Took.TotalSeconds;
            table.Add($"dry run {round}", $"{report.Comments:#,0}", Table.Number(seconds), Table.Number(report.Comments / seconds), $"{report.Hold}", $"{report.Reject}", "");
        }

        var replicas = services.GetRequiredService<IThreadReplicas>();
        foreach (var thread in Enumerable.Range(0, Threads).Select(KeyOf)) await replicas.OpenAsync(thread, cancellation);
        var began = Stopwatch.GetTimestamp();
        var applied = (await services.GetRequiredService<DryRunApplying>().ApplyAsync(Moderator, Site, id, cancellation)).Value!;
        var (took, changed) = (Stopwatch.GetElapsedTime(began).TotalSeconds, applied.Held + applied.Rejected);
        table.Add("applied, on this host's pages", $"{changed:#,0}", Table.Number(took), Table.Number(changed / took), $"{applied.Held}", $"{applied.Rejected}", $"{applied.Skipped + applied.Left}");
        table.Print();
    }

    private static async Task<(string Id, DryRunReport Report)> TryAsync(IDryRuns runs, WordLists lists, CancellationToken cancellation)
    {
        var id = await runs.BeginAsync(Site, Moderator.Id, lists) ?? throw new InvalidOperationException("Another dry run is under way.");
        while (true)
        {
            var report = await runs.ReadAsync(Site, id) ?? throw new InvalidOperationException("The dry run is lost.");
            if (report.Failed) throw new InvalidOperationException("The dry run has failed.");
            if (report.Done) return (id, report);
            await Task.Delay(20, cancellation);
        }
    }

    private static WordLists Lists(Prose prose) => new()
    {
        Banned = [Banned, .. prose.Entries(ListEntries / 2)],
        Suspect = [Suspect, .. prose.Entries(ListEntries / 2)],
    };

    private static ThreadKey KeyOf(int thread) => new(Site, new ArticleId($"article-{thread}"));

    /// <summary>Straight into the journals: how the comments came is not what is measured.</summary>
    private static async Task SeedAsync(IJournal journal, Prose prose, CancellationToken cancellation)
    {
        for (var thread = 0; thread < Threads; thread++)
        {
            var (writer, head) = await journal.OpenAsync(KeyOf(thread).Journal, cancellation);
            while (head < CommentsEach)
            {
                var first = (int)head + 1;
                var count = (int)Math.Min(JournalSegments.RoomBehind(head), CommentsEach - head);
                ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(first, count).Select(number => ThreadEventCodec.Encode(Comment(number, prose)))];
                await journal.AppendAsync(writer, head, entries, cancellation);
                head += count;
            }
        }
    }

    /// <summary>One in a hundred has a word that is banned, one a suspect one.</summary>
    private static CommentPosted Comment(int number, Prose prose)
    {
        var text = prose.Text(Characters) + (prose.Next(100) switch { 0 => Banned, 1 => Suspect, _ => "" });
        return new CommentPosted
        {
            At = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(number),
            By = new UserId($"reader-{number % 1000}"),
            Name = $"Reader {number % 1000}",
            Number = number,
            ClientCommentId = $"seed-{number}",
            Body = new CommentBody(text, $"<p>{text}</p>"),
        };
    }
}
