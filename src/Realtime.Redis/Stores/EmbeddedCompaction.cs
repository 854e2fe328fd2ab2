using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Stores;

/// <summary>
/// Has Garnet let go of bytes that were overwritten or deleted. Behind a checkpoint it drops the checkpoint before, and its log up to there, but the log only by
/// whole segments: what is in the present one is pushed out of it first, by writes that nobody reads.
/// </summary>
/// <remarks>
/// Not a shredder: the checkpoint holds the store's memory as it is, and in it the dead records of strings that were replaced or deleted (old snapshots), until
/// others are written over them. And it holds for what is in memory (<c>Store:MemoryMegabytes</c>): of a larger store the older versions of entries that were moved to disk stay in
/// <c>Store</c>'s own log, since Garnet 2.2 does not rewrite that on demand.
/// </remarks>
internal sealed class EmbeddedCompaction(string configuration, RedisKeys keys, StoreOptions options, TimeProvider time)
{
    private const int Attempts = 30;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Returns when the log is rid of what had been overwritten before the call. Callers that come while one is running share the next.</summary>
    public Task RunAsync()
    {
        lock (_lock) return _next ??= RunBehindAsync(_running);
    }

    private async Task RunBehindAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock) (_running, _next) = (_next!, null);
        var patient = options with { CommandTimeout = Patience };
        var connection = await StoreConnection.OpenAsync(configuration, patient, admin: true, time, CancellationToken.None);
        await using var multiplexer = connection.Multiplexer;
        var database = multiplexer.GetDatabase();
        await FillSegmentAsync(database);
        await SaveAsync(database);
    }

    private async Task FillSegmentAsync(IDatabase database)
    {
        var block = new byte[1 << 20];
        for (var megabyte = 0; megabyte <= GarnetSettings.SegmentMegabytes(options); megabyte++) await database.StringSetAsync(keys.Filler, block);
        await database.KeyDeleteAsync(keys.Filler);
    }

    /// <summary>Refused while Garnet is at a checkpoint of its own accord.</summary>
    private async Task SaveAsync(IDatabase database)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.ExecuteAsync("SAVE");
                return;
            }
            catch (RedisServerException) when (attempt < Attempts)
            {
                await Task.Delay(BeforeRetry, time);
            }
        }
    }
}
