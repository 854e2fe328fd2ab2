using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Screening.DryRuns;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.DryRuns;

/// <summary>
/// Word lists tried on everything that stands on a site. It reads journals and opens no thread: those that nobody reads stay asleep. Any thread may look at it while it runs.
/// </summary>
internal sealed class DryRun : IDisposable
{
    /// <summary>Decisions that are kept; of more only the number is. They cost a few megabytes.</summary>
    public const int MostProposed = 100_000;

    /// <summary>So many decisions are handed out at once.</summary>
    private const int PartSize = 2_000;

    /// <summary>The others of the host's processors are for readers.</summary>
    private const int AtOnce = 2;

    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private readonly FirstChanges _first = new();
    private readonly List<TriedThread> _parts = [];
    private readonly Dictionary<string, int> _counts = [];
    private readonly TimeProvider _time;
    private readonly CancellationToken _end;
    private readonly long _began;
    private (int Threads, int Comments, int Kept) _sums;
    private bool _hasFailed;
    private int? _rule;
    private TimeSpan? _took;

    public DryRun(SiteId site, UserId by, WordLists lists, TimeProvider time)
    {
        (Site, By, Lists) = (site, by, lists);
        (_end, _time, _began) = (_ended.Token, time, time.GetTimestamp());
    }

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public SiteId Site { get; }

    public UserId By { get; }

    public WordLists Lists { get; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public DryRunReport Report()
    {
        lock (_lock) return new DryRunReport
        {
            Done = EndedAt is not null,
            Failed = _hasFailed,
            Threads = _sums.Threads,
            Comments = _sums.Comments,
            Took = _took ?? _time.GetElapsedTime(_began),
            Hold = _counts.GetValueOrDefault(Decisions.Hold),
            Reject = _counts.GetValueOrDefault(Decisions.Reject),
            Release = _counts.GetValueOrDefault(Decisions.Approve),
            Changes = _first.All,
        };
    }

    public DryRunOutcome Outcome()
    {
        lock (_lock) return new DryRunOutcome
        {
            Done = EndedAt is not null, Failed = _hasFailed, Lists = Lists, Rule = _rule, Parts = _parts.Count, Surplus = _counts.Values.Sum() - _sums.Kept,
        };
    }

    public TriedThread? Part(int part)
    {
        lock (_lock) return part >= 0 && part < _parts.Count ? _parts[part] : null;
    }

    /// <summary>Completes when all threads have been tried, or one could not be. Never throws: whoever asks is told.</summary>
    public async Task RunAsync(HouseRules house, IProjectionProgress threads, IJournal journal, ILogger logger)
    {
        // Off the grain's turn: it has to answer meanwhile, and long lists alone take a second to be read.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var hasFailed = false;
        try
        {
            var trial = new WordsTrial(Lists, house);
            _rule = trial.Rule;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = _end };
            await Parallel.ForEachAsync(DistinctAsync(threads, _end), parallel, (thread, cancellation) => TryAsync(trial, thread, journal, cancellation));
        }
        catch (Exception e)
        {
            hasFailed = true;
            if (!_end.IsCancellationRequested) logger.DryRunFailed(e, Site.Value);
        }

        lock (_lock) (_hasFailed, _took, EndedAt) = (hasFailed, _time.GetElapsedTime(_began), _time.GetUtcNow());
        logger.DryRunEnded(Site.Value, _sums.Threads, _took.Value.TotalSeconds);
    }

    /// <summary>Stops it too, if it still goes on.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    /// <summary>The store may name a thread twice.</summary>
    private async IAsyncEnumerable<ThreadKey> DistinctAsync(IProjectionProgress threads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<ThreadKey>();
        await foreach (var thread in threads.ThreadsAsync(Site, cancellation))
            if (seen.Add(thread))
                yield return thread;
    }

    private async ValueTask TryAsync(WordsTrial trial, ThreadKey thread, IJournal journal, CancellationToken cancellation)
    {
        var tried = new ThreadTrial(trial);
        var epoch = await ThreadJournals.ReadAsync(journal, thread, 0, tried.TakeIn, cancellation);
        var (proposed, comments) = tried.Conclude(_time.GetUtcNow());
        lock (_lock) Add(thread, new ThreadPosition(epoch, tried.Through), comments, proposed);
    }

    private void Add(ThreadKey thread, ThreadPosition through, int comments, IReadOnlyList<ProposedDecision> proposed)
    {
        _sums = (_sums.Threads + 1, _sums.Comments + comments, _sums.Kept);
        foreach (var one in proposed)
        {
            _counts[one.Decision] = _counts.GetValueOrDefault(one.Decision) + 1;
            _first.Add(thread.Article, one);
        }

        foreach (var part in proposed.Take(MostProposed - _sums.Kept).Chunk(PartSize))
        {
            _parts.Add(new TriedThread(thread, through, [.. part.Select(one => new ProposedVerdict(one.Number, one.Revision, one.After, one.Decision))]));
            _sums.Kept += part.Length;
        }
    }
}
