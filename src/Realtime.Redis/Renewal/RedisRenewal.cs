using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Stores;
using StackExchange.Redis;

namespace Realtime.Redis.Renewal;

/// <summary>
/// Has Redis or Valkey, and their replicas, write their files anew: the log, and the snapshot where there is one. A snapshot file from before the server's start that it does not write
/// any more it does not know of, nor of copies that somebody has taken.
/// </summary>
internal sealed class RedisRenewal(string configuration, StoreOptions options, TimeProvider time) : IStoreRenewal
{
    private volatile bool _isPossible;

    /// <remarks>Redis has no way of asking that works everywhere, so the first time it is tried: what this begins is what the renewal would do.</remarks>
    public async Task<bool> IsPossibleAsync(CancellationToken cancellation)
    {
        try
        {
            return _isPossible || (_isPossible = await OnAllAsync(files => files.TryAsync(), cancellation));
        }
        catch (JournalUnavailableException)
        {
            return true;
        }
    }

    public async Task<bool> RunAsync(CancellationToken cancellation) => _isPossible = await OnAllAsync(files => files.RewriteAsync(cancellation), cancellation);

    private async Task<bool> OnAllAsync(Func<RedisFiles, Task> act, CancellationToken cancellation)
    {
        try
        {
            var connection = await StoreConnection.OpenAsync(configuration, options, admin: true, time, cancellation);
            await using var multiplexer = connection.Multiplexer;
            await Task.WhenAll(multiplexer.GetServers().Select(server => act(new RedisFiles(server, time))));
            return true;
        }
        catch (RedisServerException e) when (RedisFiles.IsRefusal(e))
        {
            return false;
        }
        catch (Exception e) when ((RedisFailure.Is(e) || e is StoreStartException) && !cancellation.IsCancellationRequested)
        {
            throw new JournalUnavailableException("The store did not rewrite its files.", outcomeUnknown: true, e);
        }
    }
}
