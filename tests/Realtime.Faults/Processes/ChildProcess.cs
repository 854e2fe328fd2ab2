using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Realtime.Faults.Processes;

internal enum Signal
{
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

/// <summary>A process that this run started: its output goes to a file, and it ends with the run.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly Task _output;

    private ChildProcess(Process process, string log) => (_process, _output) = (process, CopyOutputAsync(process, log));

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Memory in use, 0 when it cannot be told.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    public static ChildProcess Start(string file, IEnumerable<string> arguments, string directory, string log, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start."), log);
    }

    /// <summary>Runs a short command to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: {error.Trim()}");
    }

    public void Send(Signal signal)
    {
        if (!_process.HasExited) _ = SendSignal(_process.Id, (int)signal);
    }

    /// <summary>Sends SIGKILL and waits until the process is gone.</summary>
    public async Task KillAsync()
    {
        Send(Signal.Kill);
        await _process.WaitForExitAsync();
    }

    /// <summary>True when the process ends within the time.</summary>
    public async Task<bool> ExitsWithinAsync(TimeSpan time)
    {
        using var timeout = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await Task.WhenAny(_output, Task.Delay(Patience));
        _process.Dispose();
    }

    private static async Task CopyOutputAsync(Process process, string log)
    {
        await using var file = new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var writer = TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"--- process {process.Id}"));
        await Task.WhenAll(CopyAsync(process.StandardOutput, writer), CopyAsync(process.StandardError, writer));
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line) await to.WriteLineAsync(line);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
