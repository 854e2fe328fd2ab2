using Realtime.Redis.Stores;

namespace Realtime.Server.Hosting;

/// <summary>The store, opened before the host exists because everything in the host stands on it, the silo too, and to be disposed after the host.</summary>
internal sealed class ServerStore : IAsyncDisposable
{
    private readonly OpenedStore _store;
    private readonly ILoggerFactory _loggers;

    private ServerStore(OpenedStore store, ILoggerFactory loggers) => (_store, _loggers) = (store, loggers);

    /// <exception cref="StoreStartException">The store cannot be used.</exception>
    public static async Task<ServerStore> OpenAsync(WebApplicationBuilder builder)
    {
        var options = StoreOptions.Read(builder.Configuration);
        var loggers = HostLogging.Create(builder.Configuration);
        var store = await Store.OpenAsync(options, builder.Environment.ContentRootPath, loggers, TimeProvider.System, CancellationToken.None);
        builder.Services.AddStore(store);
        builder.AddSilo(store);
        return new ServerStore(store, loggers);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _loggers.Dispose();
    }
}
