using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Projections;

/// <summary>
/// Tells all projections what happens in one thread, from the activation that writes it: the order is the journal's, and what is told is in the journal. The
/// thread is marked in the store before it appends and for as long as anything is untold.
/// </summary>
internal sealed class ThreadProjector
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ThreadKey _key;
    private readonly ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> _thread;
    private readonly Projecting _by;
    private readonly List<ProjectionLane> _lanes;
    private long _markedBy;
    private long _lastEvent;
    private Task _marking = Task.CompletedTask;
    private Task _waiting = Task.CompletedTask;
    private Task _clearing = Task.CompletedTask;
    private bool _stopped;

    public ThreadProjector(ThreadKey key, ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> thread, Projecting by)
    {
        (_key, _thread, _by) = (key, thread, by);
        _lanes = [.. by.Projections.Select(projection => new ProjectionLane(key, projection, by) { LookUpAsync = LookUpAsync })];
        (thread.Appending, thread.Appended) = (BeforeAppendAsync, Appended);
    }

    /// <summary>Awaited before every append: a thread with nothing marked yet is marked first.</summary>
    private Task BeforeAppendAsync()
    {
        _lastEvent = _by.Time.GetTimestamp();
        if (_markedBy == _thread.Opening) return _marking;
        _markedBy = _thread.Opening;
        return _marking = MarkAsync(_markedBy);
    }

    /// <summary>Called with every batch once it is in the journal.</summary>
    private void Appended(IReadOnlyList<ThreadEvent> events)
    {
        var numbers = TouchedComments.In(events);
        foreach (var lane in _lanes) lane.Touch(numbers);
        if (_waiting.IsCompleted) _waiting = ClearWhenQuietAsync();
    }

    /// <summary>Tells what a silo that died has left untold. Called once the thread is open.</summary>
    public async Task RecoverAsync()
    {
        var at = _thread.Position;
        foreach (var lane in _lanes)
        {
            var reached = await lane.ReachedAsync();
            if (reached == at || at.Sequence == 0) continue;
            _markedBy = _thread.Opening;
            await _by.Progress.MarkAsync(_key, _markedBy);
            lane.Touch(await TouchedSinceAsync(reached, at));
            if (_waiting.IsCompleted) _waiting = ClearWhenQuietAsync();
        }
    }

    /// <summary>Tells one projection everything again; returns when it has taken that in.</summary>
    public async Task RebuildAsync(string projection)
    {
        if (_lanes.Find(lane => lane.Name == projection) is not { } lane) return;
        lane.Touch(Enumerable.Range(1, _thread.State.LastNumber));
        await lane.DrainAsync();
        ThrowIfStopping();
    }

    /// <summary>Returns when all projections have taken in what there is.</summary>
    /// <exception cref="InvalidOperationException">The silo is going, and perhaps not everything has been told.</exception>
    public async Task DrainAsync()
    {
        await Task.WhenAll(_lanes.Select(lane => lane.DrainAsync()));
        ThrowIfStopping();
    }

    /// <summary>Tells what there is to tell, if that is possible soon. The rest is found by the mark.</summary>
    public async Task StopAsync()
    {
        _stopped = true;
        foreach (var lane in _lanes) lane.Stop();
        await DrainAsync().WaitAsync(Patience, _by.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private void ThrowIfStopping()
    {
        if (_by.IsStopping) throw new InvalidOperationException("The silo goes before the projections have been told everything; ask again.");
    }

    private async Task MarkAsync(long opening)
    {
        // A mark that is just being taken back must not take this one with it.
        await _clearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        try
        {
            await _by.Progress.MarkAsync(_key, opening);
        }
        catch
        {
            _markedBy = 0;
            throw;
        }
    }

    private async Task<IEnumerable<int>> TouchedSinceAsync(ThreadPosition reached, ThreadPosition at)
    {
        var all = Enumerable.Range(1, _thread.State.LastNumber);
        if (reached.Epoch != at.Epoch || reached.Sequence == 0 || reached.Sequence > at.Sequence) return all;
        var touched = new SortedSet<int>();
        for (var after = reached.Sequence; after < at.Sequence;)
        {
            var slice = await _by.Journal.ReadAsync(_key.Journal, after, AggregateLoader.Slice, CancellationToken.None);
            if (slice.Entries.Count == 0 || slice.Epoch != at.Epoch) return all;
            touched.UnionWith(TouchedComments.In([.. slice.Entries.Select(entry => ThreadEventCodec.Decode(entry.Span))]));
            after = slice.Through;
        }

        return touched;
    }

    private async Task<ArticleFacts> LookUpAsync(IReadOnlyList<int> numbers)
    {
        var (facts, words) = await _thread.LookAsync((thread, position) => (Facts.Of(_key, thread, position, numbers), Facts.WordsOfPending(thread, numbers)));
        if (words.Count == 0) return facts;
        // What screening found stands with the words, which the thread does not keep in memory.
        var entries = await _by.Journal.ReadAtAsync(_key.Journal, words, CancellationToken.None);
        return Facts.WithFindings(facts, entries.Select(entry => ThreadEventCodec.Decode(entry.GetValueOrDefault().Span)));
    }

    private async Task ClearWhenQuietAsync()
    {
        do await Task.Delay(_by.Options.QuietAfter, _by.Time);
        while (!_stopped && (!_lanes.TrueForAll(lane => lane.IsQuiet) || _by.Time.GetElapsedTime(_lastEvent) < _by.Options.QuietAfter));
        if (_stopped) return;
        var opening = _markedBy;
        _markedBy = 0;
        await (_clearing = _by.Progress.ClearAsync(_key, opening)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
