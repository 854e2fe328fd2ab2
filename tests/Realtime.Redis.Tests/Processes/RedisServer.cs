using Realtime.Testing;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Realtime.Redis.Stores;
using StackExchange.Redis;

namespace Realtime.Redis.Tests.Processes;

/// <summary>A redis-server of a test's own: loopback, a free port, its files in a scratch directory.</summary>
internal sealed class RedisServer(params string[] settings) : IKillableStore
{
    public const string WhyMissing = "redis-server is not installed";
    public static readonly string[] Durable = ["--appendonly", "yes", "--appendfsync", "everysec"];
    public static readonly string[] OnDisk = ["--appendonly", "yes", "--appendfsync", "always"];

    private readonly ScratchDirectory _directory = new();
    private readonly int _port = FreePort();
    private Process? _process;

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, "redis-server")));

    public string Address => $"127.0.0.1:{_port}";

    public StoreOptions Options => new() { Kind = StoreKind.Redis, Redis = Address, CommandTimeout = IKillableStore.Patience };

    public async Task<StoreOptions> StartAsync()
    {
        string[] arguments = ["--bind", "127.0.0.1", "--port", $"{_port}", "--dir", _directory.Path, "--save", "", "--loglevel", "warning", .. settings];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
        await Eventually.HoldsAsync("redis-server answers", AnswersAsync);
        return Options;
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Cuts off what was written last, as a power loss may.</summary>
    public void CutTail(int bytes)
    {
        var log = Directory.GetFiles(Path.Combine(_directory.Path, "appendonlydir"), "*.incr.aof").Order(StringComparer.Ordinal).Last();
        using var file = new FileStream(log, FileMode.Open, FileAccess.Write);
        file.SetLength(file.Length - bytes);
    }

    public Task<ConnectionMultiplexer> ConnectAdminAsync() => ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _directory.Dispose();
    }

    /// <summary>It refuses everything while it reads its log.</summary>
    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            return await new StreamReader(client.GetStream()).ReadLineAsync() == "+PONG";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
