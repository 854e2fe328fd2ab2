using System.Globalization;
using System.Net;

namespace Realtime.Faults.Processes;

/// <summary>How one server is started, each time anew.</summary>
internal sealed record ServerPlan
{
    public required string Name { get; init; }

    /// <summary>Path of <c>Realtime.Server.dll</c>.</summary>
    public required string Dll { get; init; }

    /// <summary>Where the run keeps its logs; also the working directory.</summary>
    public required string Directory { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Where clients reach it.</summary>
    public required Uri Address { get; init; }

    /// <summary>A command that the server is started through (a network namespace), empty for none.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];
}

/// <summary>One server, which can be killed, frozen, asked to leave, and started again under the same address.</summary>
internal sealed class ServerProcess(ServerPlan plan) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(180);
    private static readonly HttpClient Probe = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(5) };
    private ChildProcess? _process;

    public string Name => plan.Name;

    public Uri Address => plan.Address;

    public bool IsRunning => _process is { HasExited: false };

    public long ResidentBytes => _process?.ResidentBytes ?? 0;

    private string Log => Path.Combine(plan.Directory, plan.Name + ".log");

    /// <summary>Starts the process and returns when it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time.</exception>
    public async Task StartAsync(CancellationToken cancellation, string? dll = null)
    {
        if (_process is not null) await _process.DisposeAsync();
        var listen = plan.Through.Count == 0 ? plan.Address.Authority : $"0.0.0.0:{plan.Address.Port}";
        string[] command = [.. plan.Through, "dotnet", dll ?? plan.Dll, "--urls", $"http://{listen}"];
        _process = ChildProcess.Start(command[0], command.Skip(1), plan.Directory, Log, plan.Environment);
        if (!await BecomesAsync(HttpStatusCode.OK, StartPatience, cancellation)) throw new InvalidOperationException($"{Name} was not ready in {StartPatience}; see {Log}.");
    }

    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    public void Freeze() => _process?.Send(Signal.Stop);

    public void Thaw() => _process?.Send(Signal.Continue);

    public async Task<bool> ExitsWithinAsync(TimeSpan time) => _process is null || await _process.ExitsWithinAsync(time);

    /// <summary>An operator's drain: SIGTERM, then the time it took to leave; null when it did not within the grace period.</summary>
    public async Task<TimeSpan?> DrainAsync(TimeSpan grace, TimeProvider time)
    {
        var began = time.GetTimestamp();
        _process?.Send(Signal.Terminate);
        return await ExitsWithinAsync(grace) ? time.GetElapsedTime(began) : null;
    }

    /// <summary>True when <c>/health/ready</c> answers this within the time; a server that has ended is as unready as can be.</summary>
    public async Task<bool> BecomesAsync(HttpStatusCode status, TimeSpan within, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(within);
        try
        {
            while (await ReadinessAsync(timeout.Token) is var answer && answer != status)
            {
                if (!IsRunning) return status == HttpStatusCode.OK ? throw new InvalidOperationException($"{Name} ended with {_process!.ExitCode}; see {Log}.") : true;
                await Task.Delay(100, timeout.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>How many lines of the log hold this text.</summary>
    public int LogLines(string text)
    {
        if (!File.Exists(Log)) return 0;
        using var reader = new StreamReader(new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var count = 0;
        while (reader.ReadLine() is { } line) count += line.Contains(text, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} at {Address.Authority}");

    private async Task<HttpStatusCode?> ReadinessAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(plan.Address, "/health/ready"), cancellation);
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
