namespace Realtime.Server.Hosting;

/// <summary>
/// While the server starts, the frameworks' own complaints are kept back: what stops the start is told in one sentence (<see cref="FailedStart"/>), and
/// a failure that has none is thrown with all there is to know.
/// </summary>
internal static class HostLogging
{
    public static void AddHostLogging(this WebApplicationBuilder builder)
    {
        var start = new StartLog();
        builder.Services.AddSingleton(start);
        builder.Logging.AddFilter((category, _) => start.IsOver || !IsFramework(category));
        AddConsole(builder.Logging);
    }

    /// <summary>Loggers for what comes before the host.</summary>
    public static ILoggerFactory Create(IConfiguration configuration) =>
        LoggerFactory.Create(logging => AddConsole(logging.AddConfiguration(configuration.GetSection("Logging"))));

    /// <summary>From now on everything is logged that configuration asks for.</summary>
    public static void EndOfStart(this WebApplication app) => app.Services.GetRequiredService<StartLog>().IsOver = true;

    private static void AddConsole(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
    });

    private static bool IsFramework(string? category) =>
        category is not null && (category.StartsWith("Microsoft.", StringComparison.Ordinal) || category.StartsWith("Orleans.", StringComparison.Ordinal));

    private sealed class StartLog
    {
        public volatile bool IsOver;
    }
}
