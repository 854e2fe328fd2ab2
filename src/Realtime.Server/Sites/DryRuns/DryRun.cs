using System.Runtime.CompilerServices;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Screening.DryRuns;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>What a thread's comments would come to, and how far its journal was read for that.</summary>
internal sealed record TriedThread(ThreadKey Thread, ThreadPosition Through, int Comments, IReadOnlyList<ProposedDecision> Proposed);

/// <summary>
/// Word lists tried on everything that stands on a site. It reads journals and opens no thread: those that nobody reads stay asleep. Kept in memory of the host that ran it.
/// </summary>
internal sealed class DryRun : IDisposable
{
    /// <summary>The others of the host's processors are for readers.</summary>
    private const int AtOnce = 2;

    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationToken _end;
    private readonly Lock _lock = new();
    private readonly List<TriedThread> _threads = [];
    private readonly TimeProvider _time;
    private readonly long _began;
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

    public int? Rule { get; private set; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>It has not read everything: the store did not answer, or somebody stopped it.</summary>
    public bool HasFailed { get; private set; }

    public TimeSpan Took => _took ?? _time.GetElapsedTime(_began);

    /// <summary>Those that are done, in no order.</summary>
    public IReadOnlyList<TriedThread> Threads
    {
        get
        {
            lock (_lock) return [.. _threads];
        }
    }

    /// <summary>Completes when all threads have been tried, or one could not be. Never throws: whoever asks is told.</summary>
    public async Task RunAsync(HouseRules house, IProjectionProgress threads, IJournal journal, ILogger logger, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_end, stopping);
        try
        {
            var trial = new WordsTrial(Lists, house);
            Rule = trial.Rule;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token };
            await Parallel.ForEachAsync(DistinctAsync(threads, stop.Token), parallel, async (thread, cancellation) => Add(await TryAsync(trial, thread, journal, cancellation)));
        }
        catch (Exception e)
        {
            HasFailed = true;
            if (!stop.IsCancellationRequested) logger.DryRunFailed(e, Site.Value);
        }

        (_took, EndedAt) = (_time.GetElapsedTime(_began), _time.GetUtcNow());
        logger.DryRunEnded(Site.Value, _threads.Count, Took.TotalSeconds);
    }

    /// <summary>Stops it too, if it still goes on.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private void Add(TriedThread thread)
    {
        lock (_lock) _threads.Add(thread);
    }

    /// <summary>The store may name a thread twice.</summary>
    private async IAsyncEnumerable<ThreadKey> DistinctAsync(IProjectionProgress threads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<ThreadKey>();
        await foreach (var thread in threads.ThreadsAsync(Site, cancellation))
            if (seen.Add(thread))
                yield return thread;
    }

    private async Task<TriedThread> TryAsync(WordsTrial trial, ThreadKey thread, IJournal journal, CancellationToken cancellation)
    {
        var tried = new ThreadTrial(trial);
        var epoch = await ThreadJournals.ReadAsync(journal, thread, 0, tried.TakeIn, cancellation);
        var (proposed, comments) = tried.Conclude(_time.GetUtcNow());
        return new TriedThread(thread, new ThreadPosition(epoch, tried.Through), comments, proposed);
    }
}

/// <summary>Threads read straight from their journals.</summary>
internal static class ThreadJournals
{
    private const int Slice = 4_096;

    /// <summary>Gives every event behind a sequence, in order; returns the journal's epoch.</summary>
    public static async Task<long> ReadAsync(IJournal journal, ThreadKey thread, long after, Action<ThreadEvent> take, CancellationToken cancellation)
    {
        while (true)
        {
            var slice = await journal.ReadAsync(thread.Journal, after, Slice, cancellation);
            foreach (var entry in slice.Entries) take(ThreadEventCodec.Decode(entry.Span));
            if (slice.Entries.Count < Slice) return slice.Epoch;
            after = slice.Through;
        }
    }
}
