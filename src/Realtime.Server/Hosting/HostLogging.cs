using Microsoft.Extensions.Options;

namespace Realtime.Server.Hosting;

/// <summary>
/// One line per event on the console. While the server starts, the host's own complaint is kept back: what stops the start is told in one sentence
/// (<see cref="FailedStart"/>), and a failure that has none is thrown with all there is to know.
/// </summary>
internal static class HostLogging
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    public static void AddHostLogging(this WebApplicationBuilder builder)
    {
        var start = new StartLog();
        builder.Services.AddSingleton(start);
        // It would tell whole addresses, and hubs get their tokens in those.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter(Host, level => start.IsOver && level >= LogLevel.Warning);
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
        AddConsole(builder.Logging);
    }

    /// <summary>Loggers for what comes before the host.</summary>
    public static ILoggerFactory Create(IConfiguration configuration) =>
        LoggerFactory.Create(logging => AddConsole(logging.AddConfiguration(configuration.GetSection("Logging"))));

    /// <summary>Starts the host; one that cannot start is stopped in order, so that nothing of it complains about the rest.</summary>
    public static async Task StartOrStopAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What the stop makes of a half-started host does not matter beside what stopped the start.
            await app.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        app.Services.GetRequiredService<StartLog>().IsOver = true;
    }

    private static void AddConsole(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
    });

    private sealed class StartLog
    {
        public volatile bool IsOver;
    }
}
