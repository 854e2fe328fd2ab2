using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;
using Realtime.Testing.Processes;

namespace Realtime.Redis.Tests.Journals;

/// <summary>One embedded store for all tests of a class, reached over two connections.</summary>
public sealed class GarnetJournals : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private OpenedStore? _store;
    private StoreConnection? _second;

    public IJournal First => _store!.Journal;

    public IJournal Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new StoreOptions { Directory = "data", MemoryMegabytes = 32, LogMegabytes = 64, CommandTimeout = IKillableStore.Patience };
        _store = await Store.OpenAsync(options, _directory.Path, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        _second = await StoreConnection.OpenAsync(_store.Configuration, options, admin: false, TimeProvider.System, CancellationToken.None);
        Second = new RedisJournal(_second.Multiplexer, _store.Keys, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _second!.Multiplexer.DisposeAsync();
        await _store!.DisposeAsync();
        _directory.Dispose();
    }
}

/// <summary>One redis-server for all tests of a class, reached over two connections; none where it is not installed.</summary>
public sealed class RedisJournals : IAsyncLifetime
{
    private readonly RedisServer _server = new(RedisServer.Durable);
    private readonly List<OpenedStore> _stores = [];

    public IJournal First => _stores[0].Journal;

    public IJournal Second => _stores[1].Journal;

    public async ValueTask InitializeAsync()
    {
        if (!RedisServer.IsInstalled) return;
        var options = await _server.StartAsync();
        for (var i = 0; i < 2; i++)
            _stores.Add(await Store.OpenAsync(options, ".", NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores) await store.DisposeAsync();
        await _server.DisposeAsync();
    }
}
