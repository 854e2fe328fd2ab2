using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;

namespace Realtime.Grains.Aggregates;

/// <summary>What every activation needs to serve its aggregate.</summary>
internal sealed class Serving(IJournal journal, IOptions<WriterOptions> options, TimeProvider time, ILogger<Serving> logger)
{
    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <param name="kind">What it is.</param>
    /// <param name="key">Its journal.</param>
    /// <param name="failed">Called once, when it can no longer be served here.</param>
    public ServedAggregate<TState, TCommand, TEvent> Serve<TState, TCommand, TEvent>(
        IAggregate<TState, TCommand, TEvent> kind, JournalKey key, Action failed)
        where TState : class
        where TCommand : class
        where TEvent : JournalEvent =>
        new(kind, key, journal, options.Value, time, logger) { Failed = failed };
}
