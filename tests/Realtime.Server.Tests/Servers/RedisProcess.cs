using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Realtime.Testing;
using StackExchange.Redis;

namespace Realtime.Server.Tests.Servers;

/// <summary>A redis-server of a test's own, on a port and in a directory of its own.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    public const string WhyMissing = "redis-server is not installed";

    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = FreePort();
    private Process? _process;

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, "redis-server")));

    public string Address => $"127.0.0.1:{_port}";

    public async Task StartAsync()
    {
        string[] arguments = ["--bind", "127.0.0.1", "--port", $"{_port}", "--dir", _directory.Path, "--save", "", "--appendonly", "yes", "--loglevel", "warning"];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
        await Eventually.HoldsAsync("redis-server listens", AnswersAsync);
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task WipeAsync()
    {
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"{Address},allowAdmin=true");
        await admin.GetServers()[0].FlushAllDatabasesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _directory.Dispose();
    }

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
