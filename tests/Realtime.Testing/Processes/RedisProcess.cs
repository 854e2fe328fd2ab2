using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Realtime.Testing.Processes;

/// <summary>A redis-server of a test's own: loopback, a free port, its files in a directory of its own.</summary>
/// <param name="settings">Of the server, like <c>--appendonly yes</c>.</param>
public sealed class RedisProcess(params string[] settings) : IAsyncDisposable
{
    public const string WhyMissing = "redis-server is not installed";

    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = FreePort.Next();
    private Process? _process;

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, "redis-server")));

    /// <summary>Where its files are.</summary>
    public string Directory => _directory.Path;

    public string Address => $"127.0.0.1:{_port}";

    /// <summary>Starts it on what it had before.</summary>
    public async Task StartAsync()
    {
        string[] arguments = ["--bind", "127.0.0.1", "--port", $"{_port}", "--dir", _directory.Path, "--save", "", "--loglevel", "warning", .. settings];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
        await Eventually.HoldsAsync("redis-server answers", AnswersAsync);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public Task WipeAsync() => AskAsync("FLUSHALL");

    /// <summary>Cuts off what was written last, as a power loss may.</summary>
    public void CutTail(int bytes)
    {
        var log = System.IO.Directory.GetFiles(Path.Combine(_directory.Path, "appendonlydir"), "*.incr.aof").Order(StringComparer.Ordinal).Last();
        using var file = new FileStream(log, FileMode.Open, FileAccess.Write);
        file.SetLength(file.Length - bytes);
    }

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
            return await AskAsync("PING") == "+PONG";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private async Task<string?> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"));
        return await new StreamReader(client.GetStream()).ReadLineAsync();
    }
}
