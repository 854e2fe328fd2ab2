using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Realtime.Redis.Stores;

namespace Realtime.Benchmarks.Machine;

/// <summary>A redis-server of this run's own, with the log that the product asks for. Disposing ends it and removes its files.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("realtime-benchmark-");
    private readonly Process _process;

    public RedisProcess()
    {
        Port = FreePort();
        // Rewriting the log in the middle of one measurement would be charged to whoever has the turn.
        string[] arguments =
        [
            "--bind", "127.0.0.1", "--port", $"{Port}", "--dir", _directory.FullName, "--save", "", "--loglevel", "warning",
            "--appendonly", "yes", "--appendfsync", "everysec", "--auto-aof-rewrite-percentage", "0",
        ];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
    }

    public int Port { get; }

    public StoreOptions Options => new() { Kind = StoreKind.Redis, Redis = $"127.0.0.1:{Port}", CommandTimeout = TimeSpan.FromSeconds(10) };

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _directory.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
