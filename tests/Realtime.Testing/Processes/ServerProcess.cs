using System.Diagnostics;

namespace Realtime.Testing.Processes;

/// <summary>The server as an operator starts it: a process of its own. The test's project must reference the server's, so that it lies beside the test.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly string[] Inherited = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public static ServerProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Realtime.Server.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in Inherited) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>The lines it prints up to the one with this text.</summary>
    public async Task<string> SaysAsync(string text, CancellationToken cancellation)
    {
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            said.Add(line);
            if (line.Contains(text, StringComparison.Ordinal)) return string.Join('\n', said);
        }

        throw new InvalidOperationException($"It ended without saying '{text}': {string.Join('\n', said)} {await _errors}");
    }

    /// <summary>How it ended, and what it said on the error output.</summary>
    public async Task<(int ExitCode, string Errors)> EndsAsync(CancellationToken cancellation)
    {
        _ = _process.StandardOutput.ReadToEndAsync(cancellation);
        await _process.WaitForExitAsync(cancellation);
        return (_process.ExitCode, await _errors);
    }

    /// <summary>SIGKILL, as <c>kill -9</c> sends it: no handler runs, nothing is flushed.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
