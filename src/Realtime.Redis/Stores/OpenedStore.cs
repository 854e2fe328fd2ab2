using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Renewal;
using StackExchange.Redis;

namespace Realtime.Redis.Stores;

/// <summary>A store that was proven at start. Disposing it closes the connection, and stops the embedded store.</summary>
public sealed class OpenedStore : IAsyncDisposable
{
    private readonly EmbeddedStore? _embedded;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;

    internal OpenedStore(StoreOptions options, StoreConnection connection, StoreDurability durability, EmbeddedStore? embedded, IStoreRenewal renewal, TimeProvider time)
    {
        (_options, _embedded, _time, Durability) = (options, embedded, time, durability);
        (Connection, Configuration) = (connection.Multiplexer, connection.Configuration);
        Keys = new RedisKeys(options.Prefix);
        (Renewal, Debts) = (renewal, new RenewalDebts(Connection, Keys, options, time));
        Journal = new RedisJournal(Connection, Keys, time, durability.MayForget);
    }

    /// <summary>Fails commands at once while the store is away and reconnects by itself. For the journal; others open their own.</summary>
    public IConnectionMultiplexer Connection { get; }

    /// <summary>A connection string for other users of the same store. It holds the password: never log it.</summary>
    public string Configuration { get; }

    public RedisKeys Keys { get; }

    public IJournal Journal { get; }

    public StoreDurability Durability { get; }

    /// <summary>Rids its files of what was erased.</summary>
    public IStoreRenewal Renewal { get; }

    public RenewalDebts Debts { get; }

    public bool IsEmbedded => _embedded is not null;

    /// <summary>Proves that the store takes writes now, by one that nobody reads. It answers within the command timeout and about a second.</summary>
    /// <returns>How long the store took.</returns>
    /// <exception cref="JournalUnavailableException">It does not.</exception>
    public async Task<TimeSpan> PingAsync(CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        try
        {
            var written = Connection.GetDatabase().StringSetAsync(Keys.Health, "1", TimeSpan.FromMinutes(1), flags: CommandFlags.DemandMaster);
            await written.WaitAsync(_options.CommandTimeout + TimeSpan.FromSeconds(1), _time, cancellation);
            return _time.GetElapsedTime(started);
        }
        catch (TimeoutException e)
        {
            throw new JournalUnavailableException("The store did not answer in time.", outcomeUnknown: true, e);
        }
        catch (Exception e) when (RedisFailure.Is(e) && !cancellation.IsCancellationRequested)
        {
            throw RedisFailure.Of(e, wrote: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        if (_embedded is not null) await _embedded.DisposeAsync();
    }
}
