using System.Globalization;
using StackExchange.Redis;

namespace Realtime.Faults.Processes;

/// <summary>A <c>redis-server</c> with its own directory and append-only file.</summary>
internal sealed class RedisProcess(string directory, string log, string fsync, string bind = "127.0.0.1") : IAsyncDisposable
{
    private const string Binary = "redis-server";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private ChildProcess? _process;
    private ConnectionMultiplexer? _connection;

    public int Port { get; } = FreePort.Next();

    public string Directory => directory;

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Binary)));

    /// <summary>The part of the append-only file that is written now.</summary>
    public string AppendOnlyFile => System.IO.Directory.GetFiles(Path.Combine(directory, "appendonlydir"), "*.incr.aof").Order(StringComparer.Ordinal).Last();

    public async Task StartAsync(CancellationToken cancellation)
    {
        System.IO.Directory.CreateDirectory(directory);
        if (_process is not null) await _process.DisposeAsync();
        string[] settings =
        [
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", .. bind.Split(' '), "--protected-mode", "no", "--dir", directory, "--save", "",
            "--appendonly", "yes", "--appendfsync", fsync, "--maxmemory-policy", "noeviction", "--repl-diskless-sync-delay", "0",
        ];
        _process = ChildProcess.Start(Binary, settings, directory, log);
        await AnswersAsync(cancellation);
    }

    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    public void Freeze() => _process?.Send(Signal.Stop);

    public void Thaw() => _process?.Send(Signal.Continue);

    /// <summary>Cuts what was written last, as a power loss may; half a command at the end is left to the store to deal with.</summary>
    public void CutTail(int bytes)
    {
        using var file = new FileStream(AppendOnlyFile, FileMode.Open, FileAccess.Write);
        file.SetLength(Math.Max(0, file.Length - bytes));
    }

    public async Task<RedisResult> DoAsync(string command, params object[] arguments)
    {
        var settings = new ConfigurationOptions { EndPoints = { { "127.0.0.1", Port } }, AllowAdmin = true, AbortOnConnectFail = true, ConnectTimeout = 2000, SyncTimeout = 2000 };
        if (_connection is { IsConnected: false }) await CloseConnectionAsync();
        _connection ??= await ConnectionMultiplexer.ConnectAsync(settings);
        return await _connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    /// <summary>Calls of commands that read journals, as the store counts them.</summary>
    public async Task<long> ReadsAsync()
    {
        var stats = ((string?)await DoAsync("INFO", "commandstats"))!;
        string[] reads = ["cmdstat_lrange:", "cmdstat_llen:", "cmdstat_lindex:", "cmdstat_get:", "cmdstat_hmget:", "cmdstat_hget:", "cmdstat_hgetall:"];
        return stats.Split('\n').Where(line => reads.Any(read => line.StartsWith(read, StringComparison.Ordinal)))
            .Sum(line => long.Parse(line.Split("calls=")[1].Split(',')[0], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseConnectionAsync();
        if (_process is not null) await _process.DisposeAsync();
    }

    private async Task CloseConnectionAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
    }

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(StartPatience);
        while (true)
        {
            try
            {
                await DoAsync("PING");
                return;
            }
            catch (Exception e) when (e is RedisException or TimeoutException)
            {
                if (_process!.HasExited) throw new InvalidOperationException($"redis-server ended with {_process.ExitCode}; see {log}.", e);
                await Task.Delay(50, timeout.Token);
            }
        }
    }
}
