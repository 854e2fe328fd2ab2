using Microsoft.Extensions.Logging;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Replicas;

/// <summary>
/// One thread's read copy on this host: answers from the copy that the thread feeds, and from the journal where words or events are no longer at hand. An
/// answer is composed in one go, so that it is exact at one position; the journal is only ever read outside the copy's lock.
/// </summary>
internal sealed class ThreadReplica : IThreadReplica
{
    private readonly IJournal _journal;

    public ThreadReplica(ThreadKey key, Loaded<ArticleThread> loaded, IJournal journal, ReplicaOptions options, TimeProvider time, ILogger logger)
    {
        (Key, _journal) = (key, journal);
        var make = new CopyReading<ThreadCopy, ThreadEvent>(
            entry => ThreadEventCodec.Decode(entry.Span),
            async () => new ThreadCopy(key, await Kind.LoadAsync(journal, key.Journal, CancellationToken.None), options));
        Fed = new FedCopy<ThreadCopy, ThreadEvent>(key.Journal, new ThreadCopy(key, loaded, options), make, journal, time, logger);
        Attendance = new HostAttendance(Fed.Followers.Attend);
        People = new ThreadPeople(Fed);
    }

    /// <summary>To read threads, never to decide: what decisions rest on is of no concern here.</summary>
    public static ThreadAggregate Kind { get; } = new(() => throw new InvalidOperationException("A read copy decides nothing."));

    public ThreadKey Key { get; }

    public FedCopy<ThreadCopy, ThreadEvent> Fed { get; }

    public HostAttendance Attendance { get; }

    public IThreadPeople People { get; }

    public ThreadPosition Position => Fed.Position;

    public bool Exists => Fed.Look(copy => copy.Thread.Exists);

    public int CommentCount => Fed.Look(copy => copy.Thread.PublishedCount);

    public ValueTask<ThreadPage> PageAsync(ThreadSort sort, PageCursor? cursor, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ComposeAsync((copy, words) => copy.Page(sort, cursor, limit, words), cancellation);
    }

    public ValueTask<IReadOnlyList<CommentView>> AnsweredAsync(IReadOnlyCollection<int> numbers, CancellationToken cancellation) =>
        ComposeAsync((copy, words) => copy.Answered(numbers, words), cancellation);

    public ValueTask<ThreadPage> UnderAsync(int number, PageCursor? cursor, int limit, CancellationToken cancellation) =>
        ComposeAsync((copy, words) => copy.Under(number, cursor, limit, words), cancellation);

    public ValueTask<CommentInContext?> CommentAsync(int number, Viewer viewer, CancellationToken cancellation) =>
        ComposeAsync((copy, words) => copy.InContext(number, viewer, words), cancellation);

    public ValueTask<OwnView> OwnAsync(UserId person, CancellationToken cancellation) => ComposeAsync((copy, words) => copy.Own(person, words), cancellation);

    public CommentFacts? Facts(int number) =>
        Fed.Look(copy => copy.Thread.Find(number) is { } comment ? FactsOf(comment) : (CommentFacts?)null);

    public ValueTask<CommentWords?> WordsAsync(int number, int revision, CancellationToken cancellation) =>
        ComposeAsync((copy, words) => copy.Thread.Find(number) is { } comment ? words.OfRevision(comment, revision) : null, cancellation);

    public async ValueTask<ArticleFacts?> FactAsync(int number, CancellationToken cancellation)
    {
        var facts = Fed.Read(copy => Discussion.Projections.Facts.Of(Key, copy.Thread, copy.Position, [number]));
        if (facts.Comments is not [var fact]) return null;
        var words = await WordsAsync(number, fact.Revision, cancellation);
        return facts with { Comments = [fact with { Findings = words?.Findings ?? [] }] };
    }

    public async ValueTask<IReadOnlyList<ReportInFull>> ReportsAsync(int number, CancellationToken cancellation)
    {
        var reports = Fed.Read(copy => copy.Thread.Find(number)?.Reports.ToArray() ?? []);
        if (reports.Length == 0) return [];
        var entries = await _journal.ReadAtAsync(Key.Journal, [.. reports.Select(report => report.Sequence)], cancellation);
        return [.. reports.Zip(entries, (report, entry) => new ReportInFull(report, (ThreadEventCodec.Decode(entry.GetValueOrDefault().Span) as CommentReported)?.Detail))];
    }

    public ValueTask<ThreadChanges?> ChangesAsync(ThreadPosition since, int maxEvents, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEvents, 1);
        var words = new WordsAtHand();
        ThreadChanges? Recent(ThreadCopy copy, WordsAtHand at) => copy.IsIn(since) ? copy.Changes(since.Sequence, maxEvents, at) : null;
        return TryCompose(Recent, words, out var changes) && changes is not null
            ? new ValueTask<ThreadChanges?>(changes)
            : ReadChangesAsync(since, maxEvents, cancellation);
    }

    public IDisposable Follow(Action advanced, Action? attended = null) => Fed.Followers.Add(advanced, attended);

    public Attendance Elsewhere => Attendance.Elsewhere;

    public void Attend(Attendance here) => Attendance.Attend(here);

    public ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation) =>
        Fed.ReachAsync(position, patience, cancellation);

    public async ValueTask<bool> RefreshAsync(CancellationToken cancellation) => await Fed.RepairAsync().WaitAsync(cancellation);

    private static CommentFacts FactsOf(Comment comment) =>
        new(comment.Author.Id, comment.Status, comment.Revision) { CreatedAt = comment.CreatedAt, ReplyTo = comment.ReplyTo, LastEditId = comment.LastEditId };

    private bool TryCompose<T>(Func<ThreadCopy, WordsAtHand, T> compose, WordsAtHand words, out T answer)
    {
        answer = Fed.Read(copy => compose(copy, words.For(copy)));
        return words.AreComplete;
    }

    private ValueTask<T> ComposeAsync<T>(Func<ThreadCopy, WordsAtHand, T> compose, CancellationToken cancellation) =>
        ComposeAsync(compose, new WordsAtHand(), cancellation);

    private ValueTask<T> ComposeAsync<T>(Func<ThreadCopy, WordsAtHand, T> compose, WordsAtHand words, CancellationToken cancellation) =>
        TryCompose(compose, words, out var answer) ? new ValueTask<T>(answer) : ReadAndComposeAsync(compose, words, cancellation);

    /// <summary>Composes again with the words that were missing. When the thread has changed meanwhile others may be missing now; entries once read stay.</summary>
    private async ValueTask<T> ReadAndComposeAsync<T>(Func<ThreadCopy, WordsAtHand, T> compose, WordsAtHand words, CancellationToken cancellation)
    {
        T answer;
        do
        {
            var missing = words.Missing;
            var entries = await _journal.ReadAtAsync(Key.Journal, missing, cancellation);
            for (var i = 0; i < missing.Length; i++) words.Add(missing[i], ThreadEventCodec.Decode(entries[i].GetValueOrDefault().Span));
        }
        while (!TryCompose(compose, words, out answer));
        return answer;
    }

    /// <summary>
    /// Changes that are not recent. A position ahead of this copy may be another host's, which got its push earlier: only the journal can tell
    /// that the position is foreign.
    /// </summary>
    private async ValueTask<ThreadChanges?> ReadChangesAsync(ThreadPosition since, int maxEvents, CancellationToken cancellation)
    {
        if (!IsBehind(since)) await Fed.CatchUpAsync(cancellation);
        if (!IsBehind(since)) return null;
        if (await ComposeAsync((copy, at) => copy.IsIn(since) ? copy.Changes(since.Sequence, maxEvents, at) : null, cancellation) is { } recent) return recent;
        var words = new WordsAtHand();
        var slice = await _journal.ReadAsync(Key.Journal, since.Sequence, maxEvents, cancellation);
        var events = slice.Entries.Select(entry => ThreadEventCodec.Decode(entry.Span)).ToList();
        // Nothing there although this copy has it: the store has lost entries, and the thread is about to begin a new epoch.
        if (events.Count == 0) return null;
        for (var i = 0; i < events.Count; i++) words.Add(since.Sequence + 1 + i, events[i]);
        return await ComposeAsync((copy, at) => copy.Epoch == slice.Epoch ? copy.Changes(since.Sequence, events, at) : null, words, cancellation);
    }

    private bool IsBehind(ThreadPosition since) => Fed.Look(copy => copy.IsIn(since) && since.Sequence <= copy.Position.Sequence);
}
