using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Realtime.Redis.Renewal;
using Realtime.Redis.Stores;
using Realtime.Testing.Processes;

namespace Realtime.Redis.Tests.Processes;

/// <summary>The embedded store in a process of its own: this program, started with <see cref="Argument"/>.</summary>
/// <param name="renewing">Whether it goes on in new files all the time.</param>
internal sealed class StoreProcess(bool renewing = false) : IKillableStore
{
    public const string Argument = "store", Renewing = "renewing";

    private readonly TemporaryDirectory _directory = new();
    private Process? _process;

    /// <summary>What the child does: opens the store, says how to reach it, and ends when its standard input does.</summary>
    public static async Task<int> RunAsync(string directory, bool renewing)
    {
        using var loggers = LoggerFactory.Create(_ => { });
        var options = new StoreOptions { Directory = directory, MemoryMegabytes = 16, LogMegabytes = 16 };
        await using var store = EmbeddedStore.Start(options, directory, loggers);
        Console.WriteLine(store.Configuration);
        var ending = Console.In.ReadToEndAsync();
        var renewal = new EmbeddedRenewal(store, options, loggers.CreateLogger("Renewal"), TimeProvider.System);
        while (renewing && !ending.IsCompleted) await renewal.RunAsync(CancellationToken.None);
        await ending;
        return 0;
    }

    public async Task<StoreOptions> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(StoreProcess).Assembly.Location, Argument, _directory.Path, .. renewing ? [Renewing] : Array.Empty<string>()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        var configuration = await _process.StandardOutput.ReadLineAsync();
        Assert.False(string.IsNullOrEmpty(configuration), "The store's process ended before it was ready.");
        return new StoreOptions { Kind = StoreKind.Redis, Redis = configuration, CommandTimeout = IKillableStore.Patience };
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _directory.Dispose();
    }
}
