using Microsoft.Extensions.Logging;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Aggregates;

/// <summary>
/// The one way to change an aggregate: command → Decide → journal → answer, in batches. Commands queue; a loop decides all that wait, in order,
/// appends their events in one call, then answers them; while an append is in flight the next batch collects (group commit). It knows nothing of
/// Orleans, and relies on being called on one scheduler, one turn at a time.
/// </summary>
internal sealed class AggregateWriter<TState, TCommand, TEvent>
    where TState : class
    where TCommand : class
    where TEvent : JournalEvent
{
    private readonly JournalAppender _journal;
    private readonly IAggregate<TState, TCommand, TEvent> _kind;
    private readonly TimeProvider _time;
    private readonly WriterOptions _options;
    private readonly ILogger _logger;
    private readonly Queue<PendingCommand<TCommand>> _queue = [];
    private readonly Queue<Action> _looks = [];
    private readonly List<TEvent> _events = [];
    private TState _state;
    private Task _loop = Task.CompletedTask;
    private readonly Queue<(Func<Task> Work, TaskCompletionSource Done)> _interludes = [];
    private Task _renewal = Task.CompletedTask;
    private bool _isAhead;

    public AggregateWriter(
        IAggregate<TState, TCommand, TEvent> kind, JournalAppender journal, WriterOptions options, TimeProvider time, ILogger logger) =>
        (_kind, _journal, _options, _time, _logger, _state) = (kind, journal, options, time, logger, kind.Begin());

    /// <summary>Called with the entries and events of every batch once they are in the journal, before their commands are answered.</summary>
    public Action<IReadOnlyList<ReadOnlyMemory<byte>>, IReadOnlyList<TEvent>> Published { get; set; } = (_, _) => { };

    /// <summary>Awaited before every append. When it fails nothing is appended.</summary>
    public Func<Task> Appending { get; set; } = () => Task.CompletedTask;

    /// <summary>Called with the position at which a new epoch begins.</summary>
    public Action<ThreadPosition> EpochBegun { get; set; } = _ => { };

    /// <summary>Set when the writer can no longer tell what the journal holds, or has lost it to another: everything is refused from then on.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Called once, when <see cref="HasFailed"/> becomes true.</summary>
    public Action Failed { get; set; } = () => { };

    /// <summary>The state as decided so far: ahead of the journal by the batch in flight, and exactly the journal's while <see cref="Published"/> is called.</summary>
    public TState State => _state;

    public ThreadPosition Position => new(_journal.Epoch, _journal.Head);

    /// <inheritdoc cref="JournalAppender.IsOpen"/>
    public bool IsOpen => _journal.IsOpen;

    /// <inheritdoc cref="JournalAppender.IsThereAsync"/>
    public Task<bool> IsThereAsync() => _journal.IsThereAsync();

    /// <summary>See <see cref="WatchAnswer.Opening"/>.</summary>
    public long Opening => _journal.Opening;

    public async Task OpenAsync(CancellationToken cancellation) => _state = await _journal.OpenAsync(_kind, cancellation);

    public Task<CommandOutcome> SubmitAsync(TCommand command)
    {
        if (HasFailed) return Task.FromResult(CommandOutcome.Refused(RefusalCode.StoreUnavailable));
        if (_queue.Count >= _options.QueueLimit) return Task.FromResult(CommandOutcome.Refused(RefusalCode.ThreadBusy));
        var pending = new PendingCommand<TCommand>(command);
        _queue.Enqueue(pending);
        Run();
        return pending.Answer;
    }

    /// <summary>Looks at the state when all of it is in the journal: now, or once the batch in flight is.</summary>
    /// <exception cref="JournalLostException">It never will be.</exception>
    public Task<T> LookAsync<T>(Func<TState, ThreadPosition, T> look)
    {
        var seen = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            try
            {
                if (HasFailed) throw new JournalLostException("The state is ahead of the journal.");
                seen.SetResult(look(_state, Position));
            }
            catch (Exception e)
            {
                seen.SetException(e);
            }
        }

        if (_isAhead && !HasFailed) _looks.Enqueue(Look);
        else Look();
        return seen.Task;
    }

    /// <summary>Begins a new epoch behind the batch in flight: some reader has seen entries that the journal no longer has.</summary>
    public Task RenewEpochAsync() => _renewal.IsCompleted ? _renewal = AloneAsync(RenewAsync) : _renewal;

    /// <summary>Does the work behind the batch in flight, while commands wait. Never throws: when the work fails, so has the writer.</summary>
    public Task AloneAsync(Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _interludes.Enqueue((work, done));
        Run();
        return done.Task;
    }

    /// <summary>For work that is alone: goes on from the state that the journal has now.</summary>
    public void GoOnFrom(TState state) => _state = state;

    /// <summary>Stops at once: somebody else has opened the journal since.</summary>
    public void GiveUp()
    {
        if (!HasFailed) Fail(new JournalLostException("Another writer has opened the journal."));
    }

    /// <summary>Returns when everything submitted is answered. Never throws.</summary>
    public Task DrainAsync() => _loop;

    private void Run()
    {
        if (_loop.IsCompleted) _loop = LoopAsync();
    }

    private async Task LoopAsync()
    {
        // Lets the calls that wait for a turn of this grain join the batch: after a big batch was answered, its callers all come back at once.
        await Task.Yield();
        while (!HasFailed && (_queue.Count > 0 || _interludes.Count > 0))
        {
            if (_interludes.TryDequeue(out var interlude)) await DoAsync(interlude.Work, interlude.Done);
            else await WriteBatchAsync();
        }

        while (_queue.TryDequeue(out var pending)) pending.Refuse(RefusalCode.StoreUnavailable);
        while (_interludes.TryDequeue(out var left)) left.Done.SetResult();
    }

    private async Task WriteBatchAsync()
    {
        var batch = new List<PendingCommand<TCommand>>(_queue.Count);
        try
        {
            if (!_journal.IsOpen) await BeginIfDueAsync();
            var entries = DecideBatch(batch);
            if (entries.Count > 0)
            {
                _isAhead = true;
                await Appending();
                await _journal.AppendAsync(entries);
                _isAhead = false;
                Published(entries, [.. _events]);
                while (_looks.TryDequeue(out var look)) look();
            }
        }
        catch (Exception e)
        {
            // Whatever it was: the state may be ahead of the journal now, and nobody may be left without an answer.
            Fail(e);
            foreach (var pending in batch) pending.Refuse(RefusalCode.StoreUnavailable);
            return;
        }

        foreach (var pending in batch) pending.Complete();
        _journal.KeepSnapshotWhenDue(_kind, _state);
        await Task.Yield();
    }

    /// <summary>Makes the journal that was not there, if there will be anything in it. Hosts that have a copy of none are told.</summary>
    private async Task BeginIfDueAsync()
    {
        var now = ToMilliseconds(_time.GetUtcNow());
        if (!_queue.Any(pending => DecideAlone(pending.Command, now).Decision.IsAccepted)) return;
        await _journal.BeginAsync();
        EpochBegun(Position);
    }

    /// <summary>Decides waiting commands in order, until the batch is full; each decision sees the ones before it.</summary>
    private List<ReadOnlyMemory<byte>> DecideBatch(List<PendingCommand<TCommand>> batch)
    {
        var entries = new List<ReadOnlyMemory<byte>>(_queue.Count);
        var room = JournalSegments.RoomBehind(_journal.Head);
        _events.Clear();
        for (var bytes = 0; entries.Count < room && bytes < _options.BatchBytes && _queue.TryDequeue(out var pending);)
        {
            batch.Add(pending);
            if (Decide(pending) is not { } entry) continue;
            bytes += entry.Length;
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>The entry to append, null when there is none. The answer is ready, but must wait for the journal.</summary>
    private ReadOnlyMemory<byte>? Decide(PendingCommand<TCommand> pending)
    {
        var now = ToMilliseconds(_time.GetUtcNow());
        var (decision, entry) = DecideAlone(pending.Command, now);
        if (decision.IsAccepted)
        {
            _state = _kind.Apply(_state, (TEvent)decision.Event);
            _events.Add((TEvent)decision.Event);
        }

        pending.Outcome = new CommandOutcome
        {
            Refusal = decision.Refusal,
            Position = new ThreadPosition(_journal.Epoch, _journal.Head + _events.Count),
            Number = decision.Number,
            Status = decision.Status,
            Repeated = decision.Event is null && decision.Refusal is null,
            At = now,
        };
        return entry;
    }

    /// <summary>Changes nothing, so that a command that no rule can digest is refused alone and the others go on.</summary>
    private (Decision Decision, ReadOnlyMemory<byte>? Entry) DecideAlone(TCommand command, DateTimeOffset now)
    {
        try
        {
            var decision = _kind.Decide(_state, command, now);
            if (!decision.IsAccepted) return (decision, null);
            return (decision, _kind.Encode((TEvent)decision.Event));
        }
        catch (Exception e)
        {
            _logger.CommandFailed(e, _journal.Key.Value, command.GetType().Name);
            return (Decision.Refuse(RefusalCode.RequestMalformed), null);
        }
    }

    private async Task DoAsync(Func<Task> work, TaskCompletionSource done)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            Fail(e);
        }

        done.SetResult();
    }

    private async Task RenewAsync()
    {
        await _journal.RenewEpochAsync();
        EpochBegun(Position);
    }

    private void Fail(Exception cause)
    {
        _logger.WriterFailed(_journal.Key.Value, _journal.Head, cause.Message);
        HasFailed = true;
        while (_looks.TryDequeue(out var look)) look();
        Failed();
    }

    /// <summary>What is journalled is what is answered: times have the precision that they are shown with.</summary>
    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
