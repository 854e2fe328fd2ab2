using StackExchange.Redis;

namespace Realtime.Redis.Stores;

/// <summary>How the product connects to its store.</summary>
internal sealed record StoreConnection(IConnectionMultiplexer Multiplexer, string Configuration)
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for a store that is still starting.</summary>
    /// <exception cref="StoreStartException">It does not answer in time.</exception>
    public static async Task<StoreConnection> OpenAsync(string configuration, StoreOptions options, bool admin, TimeProvider time, CancellationToken cancellation)
    {
        var settings = Settings(configuration, options);
        settings.AllowAdmin = admin;
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(settings);
        try
        {
            await WaitUntilConnectedAsync(multiplexer, settings, options, time, cancellation);
        }
        catch
        {
            await multiplexer.DisposeAsync();
            throw;
        }

        return new StoreConnection(multiplexer, configuration);
    }

    /// <summary>
    /// Commands fail at once while the store is away: queued ones would run when their callers have long given up. Timeouts are looked at every
    /// heartbeat, so that it beats faster than they run out.
    /// </summary>
    private static ConfigurationOptions Settings(string configuration, StoreOptions options)
    {
        var settings = ConfigurationOptions.Parse(configuration);
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.AsyncTimeout = settings.SyncTimeout = (int)options.CommandTimeout.TotalMilliseconds;
        settings.ConnectTimeout = (int)options.ConnectTimeout.TotalMilliseconds;
        settings.HeartbeatInterval = TimeSpan.FromMilliseconds(Math.Clamp(options.CommandTimeout.TotalMilliseconds / 2, 50, 1000));
        settings.ReconnectRetryPolicy = new LinearRetry(250);
        settings.ClientName ??= "realtime";
        settings.ConfigurationChannel = "";
        settings.TieBreaker = "";
        return settings;
    }

    private static async Task WaitUntilConnectedAsync(
        ConnectionMultiplexer multiplexer, ConfigurationOptions settings, StoreOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var deadline = time.GetUtcNow() + options.StartTimeout;
        while (await FailureAsync(multiplexer) is { } failure)
        {
            var addresses = string.Join(", ", settings.EndPoints);
            if (time.GetUtcNow() >= deadline) throw new StoreStartException($"The store at {addresses} (Store:Redis) does not answer: {failure}", null);
            await Task.Delay(RetryEvery, time, cancellation);
        }
    }

    private static async Task<string?> FailureAsync(ConnectionMultiplexer multiplexer)
    {
        try
        {
            await multiplexer.GetDatabase().PingAsync();
            return null;
        }
        catch (Exception e) when (Journals.RedisFailure.Is(e))
        {
            return Journals.RedisFailure.Of(e, wrote: false).Message;
        }
    }
}
