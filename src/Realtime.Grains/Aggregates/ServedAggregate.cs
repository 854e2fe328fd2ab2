using Microsoft.Extensions.Logging;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Realtime.Grains.Privacy;

namespace Realtime.Grains.Aggregates;

/// <summary>
/// An aggregate as its one activation serves it: the writer, and the hosts that its batches go to. It knows nothing of Orleans, and relies on being
/// called on one scheduler, one turn at a time.
/// </summary>
internal sealed class ServedAggregate<TState, TCommand, TEvent>
    where TState : class
    where TCommand : class
    where TEvent : JournalEvent
{
    private readonly AggregateWriter<TState, TCommand, TEvent> _writer;
    private readonly WatchingHosts _hosts;

    public ServedAggregate(
        IAggregate<TState, TCommand, TEvent> kind, JournalKey key, IJournal journal, WriterOptions options, TimeProvider time, ILogger logger)
    {
        _hosts = new WatchingHosts(key.Value, time, logger);
        var appender = new JournalAppender(journal, key, options, time, logger);
        _writer = new AggregateWriter<TState, TCommand, TEvent>(kind, appender, options, time, logger)
        {
            Published = Publish,
            EpochBegun = position => _hosts.Restart(position, Opening),
        };
        Rewriting = new JournalRewriting<TState, TCommand, TEvent>(kind, journal, appender, _writer, _hosts);
    }

    /// <inheritdoc cref="AggregateWriter{TState,TCommand,TEvent}.Appending"/>
    public Func<Task> Appending { set => _writer.Appending = value; }

    /// <summary>Called with the events of every batch once they are in the journal.</summary>
    public Action<IReadOnlyList<TEvent>> Appended { private get; set; } = _ => { };

    /// <summary>Called once, when the aggregate can no longer be served here: whoever comes next must open the journal anew.</summary>
    public Action Failed { set => _writer.Failed = value; }

    /// <summary>For erasures.</summary>
    public JournalRewriting<TState, TCommand, TEvent> Rewriting { get; }

    public ThreadPosition Position => _writer.Position;

    /// <summary>As decided so far; good enough to set an alarm by, which asks again when it rings.</summary>
    public TState State => _writer.State;

    /// <summary>See <see cref="WatchAnswer.Opening"/>.</summary>
    public long Opening => _writer.Opening;

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await _writer.OpenAsync(cancellation);
        _hosts.Restart(_writer.Position, Opening);
    }

    public Task<CommandOutcome> ExecuteAsync(TCommand command) => _writer.SubmitAsync(command);

    /// <summary>Begins or renews a host's watch. A host that has more than the journal tells that entries were lost: a new epoch begins.</summary>
    /// <exception cref="JournalLostException">It can no longer be served here.</exception>
    public async Task<WatchAnswer> WatchAsync(string host, IThreadObserver observer, ThreadPosition at, long opening, SiloAddress silo)
    {
        if (opening > Opening && await _writer.IsThereAsync()) _writer.GiveUp();
        while (!_writer.HasFailed && _writer.IsOpen && IsAhead(at)) await _writer.RenewEpochAsync();
        if (_writer.HasFailed) throw new JournalLostException("It is being opened elsewhere.");
        _hosts.Watch(host, observer, at);
        return new WatchAnswer(_writer.Position, Opening, silo);
    }

    public Task UnwatchAsync(string host, IThreadObserver observer)
    {
        _hosts.Unwatch(host, observer);
        return Task.CompletedTask;
    }

    public Task AttendAsync(string host, Attendance here)
    {
        _hosts.Attend(host, here);
        return Task.CompletedTask;
    }

    /// <summary>Answers everybody, then sends the hosts elsewhere.</summary>
    public async Task CloseAsync()
    {
        await _writer.DrainAsync();
        _hosts.Dismiss();
    }

    /// <inheritdoc cref="AggregateWriter{TState,TCommand,TEvent}.LookAsync"/>
    public Task<T> LookAsync<T>(Func<TState, ThreadPosition, T> look) => _writer.LookAsync(look);

    private void Publish(IReadOnlyList<ReadOnlyMemory<byte>> entries, IReadOnlyList<TEvent> events)
    {
        _hosts.Publish(entries, Opening);
        Appended(events);
    }

    private bool IsAhead(ThreadPosition at) =>
        at.Epoch > _writer.Position.Epoch || (at.Epoch == _writer.Position.Epoch && at.Sequence > _writer.Position.Sequence);
}
