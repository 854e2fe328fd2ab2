using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Realtime.Redis.Stores;

/// <summary>
/// Garnet within this process: loopback only, a port that was free, a password of this start. Disposing it stops it; what it acknowledged is in
/// its log already, so that a kill loses no more than a stop.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    /// <summary>A connection waits on its thread until its writes are on the disk; with one thread per core all of them would wait.</summary>
    private const int Threads = 16;

    private readonly ReservedPort _port = new();
    private readonly string _password = RandomNumberGenerator.GetHexString(32);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly StoreOptions _options;
    private readonly StoreDirectory _directory;
    private readonly GarnetLoggers _loggers;
    private EmbeddedGarnet _garnet;

    private EmbeddedStore(StoreOptions options, StoreDirectory directory, GarnetLoggers loggers)
    {
        (_options, _directory, _loggers) = (options, directory, loggers);
        _garnet = On(directory.Current);
        _garnet.Open(_port.Address);
    }

    public string Configuration => $"{_port.Address},password={_password}";

    /// <exception cref="StoreStartException">The directory cannot be used, or what is in it cannot be read.</exception>
    public static EmbeddedStore Start(StoreOptions options, string contentRoot, ILoggerFactory loggers)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads), Math.Max(completions, Threads));
        var directory = StoreDirectory.Open(Path.GetFullPath(Path.Combine(contentRoot, options.Directory)));
        try
        {
            return new EmbeddedStore(options, directory, new GarnetLoggers(loggers));
        }
        catch (Exception e) when (e is not StoreStartException)
        {
            directory.Dispose();
            throw new StoreStartException($"The store in {directory.Path} cannot be opened; restore it from a backup, or move it away to start with an empty one. {e.Message}", e);
        }
    }

    /// <summary>
    /// Goes on in a new directory, with what the move brings there, and deletes the old one. Everybody finds the new store under the same address, and has to connect anew. When it
    /// fails, the old one goes on.
    /// </summary>
    /// <param name="move">Brings it.</param>
    /// <param name="cancellation">Heeded until the door is shut.</param>
    /// <returns>How long the door was shut.</returns>
    public async Task<TimeSpan> MoveAsync(IStoreMove move, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var old = _garnet;
            var shut = await MoveToAsync(On(_directory.NewCopy()), move, cancellation);
            using (old) await move.MovedAsync();
            return shut;
        }
        finally
        {
            // Of a move that failed, the copy.
            _directory.RemoveOthers();
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _garnet.Dispose();
        _port.Dispose();
        _directory.Dispose();
        _turn.Dispose();
    }

    private async Task<TimeSpan> MoveToAsync(EmbeddedGarnet fresh, IStoreMove move, CancellationToken cancellation)
    {
        try
        {
            await move.CatchUpAsync(_garnet.OpenSide(), fresh.OpenSide(), cancellation);
            var began = Stopwatch.GetTimestamp();
            await SwapAsync(_garnet, fresh, move);
            return Stopwatch.GetElapsedTime(began);
        }
        catch
        {
            fresh.Dispose();
            throw;
        }
    }

    /// <summary>Nobody writes from here until the pointer is on the disk: what was acknowledged before is in the copy, and what comes afterwards goes into it.</summary>
    private async Task SwapAsync(EmbeddedGarnet old, EmbeddedGarnet fresh, IStoreMove move)
    {
        await old.ShutAsync();
        try
        {
            await move.FinishAsync();
            _directory.PointTo(fresh.Directory);
        }
        catch
        {
            old.Open(_port.Address);
            throw;
        }

        _garnet = fresh;
        fresh.Open(_port.Address);
    }

    private EmbeddedGarnet On(string directory) => new(_options, directory, _password, _loggers);
}

/// <summary>Brings what one store holds into another.</summary>
internal interface IStoreMove
{
    /// <summary>As far as that is possible while the first one goes on changing.</summary>
    Task CatchUpAsync(string from, string to, CancellationToken cancellation);

    /// <summary>The rest, when nobody changes it any more. Both are left behind equal, and unconnected.</summary>
    Task FinishAsync();

    /// <summary>The second one has taken the place of the first, under its address.</summary>
    Task MovedAsync();
}
