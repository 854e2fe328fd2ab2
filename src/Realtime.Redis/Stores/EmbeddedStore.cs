using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Garnet;
using Microsoft.Extensions.Logging;

namespace Realtime.Redis.Stores;

/// <summary>
/// Garnet within this process: loopback only, a port that was free, a password of this start. Disposing it stops it; what it acknowledged is in
/// its log already, so that a kill loses no more than a stop.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private const int Attempts = 5;

    /// <summary>A connection waits on its thread until its writes are on the disk; with one thread per core all of them would wait.</summary>
    private const int Threads = 16;

    private readonly GarnetServer _server;
    private readonly StoreDirectory _directory;

    private EmbeddedStore(GarnetServer server, StoreDirectory directory, string configuration) =>
        (_server, _directory, Configuration) = (server, directory, configuration);

    public string Configuration { get; }

    public string Directory => _directory.Path;

    /// <exception cref="StoreStartException">The directory cannot be used, or what is in it cannot be read.</exception>
    public static EmbeddedStore Start(StoreOptions options, string contentRoot, ILoggerFactory loggers)
    {
        var directory = StoreDirectory.Open(Path.GetFullPath(Path.Combine(contentRoot, options.Directory)));
        try
        {
            return Start(options, directory, new GarnetLoggers(loggers));
        }
        catch (Exception e) when (e is not StoreStartException)
        {
            directory.Dispose();
            throw new StoreStartException($"The store in {directory.Path} cannot be opened; restore it from a backup, or move it away to start with an empty one. {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static EmbeddedStore Start(StoreOptions options, StoreDirectory directory, GarnetLoggers loggers)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads), Math.Max(completions, Threads));
        for (var attempt = 1; ; attempt++)
        {
            var (address, password) = (FreeAddress(), RandomNumberGenerator.GetHexString(32));
            try
            {
                var server = new GarnetServer(GarnetSettings.For(options, directory.Path, address, password, loggers.CreateLogger("Options")), loggers);
                server.Start();
                return new EmbeddedStore(server, directory, $"{address},password={password}");
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < Attempts)
            {
                // Somebody took the port between our finding it free and Garnet's listening on it.
            }
        }
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
