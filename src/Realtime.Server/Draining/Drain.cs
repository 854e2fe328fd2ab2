using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Realtime.Server.Desk;
using Realtime.Server.Live;

namespace Realtime.Server.Draining;

/// <summary>
/// Sends the readers of this host elsewhere before it stops: not ready any more, no new connections, <c>Draining</c> to the clients in waves. It has to be
/// over before the host begins to stop, because ASP.NET Core then cuts all connections at once.
/// </summary>
internal sealed class Drain(
    LiveConnections connections, IHubContext<DiscussionHub, IDiscussionClient> clients, DeskConnections desks, IOptions<DrainOptions> options, TimeProvider time,
    ILogger<Drain> logger)
{
    private const int Waves = 20;
    private readonly Lock _lock = new();
    private Task? _run;

    /// <summary>True from the first moment on, for good.</summary>
    public bool HasBegun => _run is not null;

    /// <summary>Completes when no reader is left here. Calling it again joins the drain under way.</summary>
    public Task RunAsync()
    {
        lock (_lock) return _run ??= DrainAsync();
    }

    private async Task DrainAsync()
    {
        // Off the caller's lock, so that HasBegun is true before the first wave.
        await Task.Yield();
        var all = connections.All.ToList();
        logger.DrainBegins(all.Count);
        desks.SendAway();
        if (all.Count > 0) await Task.Delay(options.Value.Notice, time);
        foreach (var wave in WavesOf(connections.All.ToArray()))
        {
            await Task.WhenAll(wave.Select(SendAwayAsync));
            await Task.Delay(options.Value.Over / Waves, time);
        }

        await WaitUntilGoneAsync();
        logger.DrainEnds(connections.All.Count);
    }

    private static IEnumerable<LiveConnection[]> WavesOf(LiveConnection[] all)
    {
        Random.Shared.Shuffle(all);
        return all.Chunk(Math.Max(1, (all.Length + Waves - 1) / Waves));
    }

    private async Task SendAwayAsync(LiveConnection connection)
    {
        var wait = Random.Shared.NextDouble() * options.Value.Jitter.TotalMilliseconds;
        // A stalled connection would hold up its wave: it is cut at the end instead.
        var told = clients.Clients.Client(connection.Connection.ConnectionId).Draining((int)wait);
        await Task.WhenAny(told, Task.Delay(TimeSpan.FromMilliseconds(200), time));
    }

    private async Task WaitUntilGoneAsync()
    {
        var began = time.GetTimestamp();
        while (connections.All.Count > 0 && time.GetElapsedTime(began) < options.Value.Patience) await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        foreach (var left in connections.All) left.Connection.Abort();
    }
}

internal static partial class DrainLog
{
    [LoggerMessage(LogLevel.Information, "Draining: {Connections} connections are sent elsewhere")]
    public static partial void DrainBegins(this ILogger logger, int connections);

    [LoggerMessage(LogLevel.Information, "Drained: {Connections} connections were left and have been cut")]
    public static partial void DrainEnds(this ILogger logger, int connections);
}
