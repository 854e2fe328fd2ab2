using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;
using StackExchange.Redis;

namespace Realtime.Redis.Renewal;

/// <summary>
/// Has the embedded store go on in new files, into which only what lives has been copied. Garnet itself never lets go of overwritten bytes for certain: its checkpoints hold the memory
/// as it is, dead records included.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="options">Its settings.</param>
/// <param name="reconnect">Has those come back at once who would try again only after a while.</param>
/// <param name="logger">Hears how long it took.</param>
/// <param name="time">For connecting.</param>
internal sealed class EmbeddedRenewal(EmbeddedStore store, StoreOptions options, Func<Task> reconnect, ILogger logger, TimeProvider time) : IStoreRenewal
{
    public Task<bool> IsPossibleAsync(CancellationToken cancellation) => Task.FromResult(true);

    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await using var move = new Move(options, reconnect, time);
        try
        {
            var shut = await store.MoveAsync(move, cancellation);
            logger.Renewed(move.Keys, Stopwatch.GetElapsedTime(began).TotalSeconds, shut.TotalMilliseconds);
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            throw new JournalUnavailableException("The store could not be copied into new files; it goes on in the old ones.", outcomeUnknown: true, e);
        }
    }

    private sealed class Move(StoreOptions options, Func<Task> reconnect, TimeProvider time) : IStoreMove, IAsyncDisposable
    {
        /// <summary>A round in which hardly anything has changed is as short as they become; on a busy site none is.</summary>
        private const int Rounds = 5, FewKeys = 32;

        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private readonly List<IConnectionMultiplexer> _connections = [];
        private StoreCopy? _copy;

        public int Keys => _copy?.Keys ?? 0;

        public async Task CatchUpAsync(string from, string to, CancellationToken cancellation)
        {
            _copy = new StoreCopy(await ConnectAsync(from, cancellation), await ConnectAsync(to, cancellation));
            for (int round = 1, before = int.MaxValue; round <= Rounds; round++)
            {
                var changed = await _copy.RoundAsync(cancellation);
                if (changed <= FewKeys || changed >= before) return;
                before = changed;
            }
        }

        public async Task FinishAsync()
        {
            await _copy!.RoundAsync(CancellationToken.None);
            await DisposeAsync();
        }

        public Task MovedAsync() => reconnect();

        public async ValueTask DisposeAsync()
        {
            foreach (var connection in _connections) await connection.DisposeAsync();
            _connections.Clear();
        }

        private async Task<IConnectionMultiplexer> ConnectAsync(string configuration, CancellationToken cancellation)
        {
            var patient = options with { CommandTimeout = Patience };
            var connection = await StoreConnection.OpenAsync(configuration, patient, admin: true, time, cancellation);
            _connections.Add(connection.Multiplexer);
            return connection.Multiplexer;
        }
    }
}
