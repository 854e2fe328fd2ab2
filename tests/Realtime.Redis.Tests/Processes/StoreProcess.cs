using System.Diagnostics;
using System.Globalization;
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

    /// <summary>Clients need a moment to come back.</summary>
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(2);

    private readonly TemporaryDirectory _directory = new();
    private Process? _process;

    /// <summary>How often it went on in new files.</summary>
    public int Renewals => File.Exists(Pointer) ? int.Parse(File.ReadAllText(Pointer)["copy-".Length..], CultureInfo.InvariantCulture) : 0;

    private string Pointer => Path.Combine(_directory.Path, "store", "current");

    /// <summary>What the child does: opens the store, says how to reach it, and ends when its standard input does.</summary>
    public static async Task<int> RunAsync(string directory, bool renewing)
    {
        using var loggers = LoggerFactory.Create(_ => { });
        var options = new StoreOptions { Directory = directory, MemoryMegabytes = 16, LogMegabytes = 16 };
        await using var store = EmbeddedStore.Start(options, directory, loggers);
        Console.WriteLine(store.Configuration);
        // Called directly, the console's reader waits however it is asked.
        var ending = Task.Run(Console.In.ReadToEnd);
        var renewal = new EmbeddedRenewal(store, options, () => Task.CompletedTask, loggers.CreateLogger("Renewal"), TimeProvider.System);
        using var turn = new PeriodicTimer(BetweenRenewals);
        while (renewing && await turn.WaitForNextTickAsync() && !ending.IsCompleted) await renewal.RunAsync(CancellationToken.None);
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
