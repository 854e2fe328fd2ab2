using Microsoft.Extensions.Logging;

namespace Realtime.Grains.DryRuns;

internal static partial class DryRunLog
{
    [LoggerMessage(LogLevel.Information, "Dry run of word lists at {Site}: {Threads} threads in {Seconds:F1} s")]
    public static partial void DryRunEnded(this ILogger logger, string site, int threads, double seconds);

    [LoggerMessage(LogLevel.Warning, "Dry run of word lists at {Site} has not read everything")]
    public static partial void DryRunFailed(this ILogger logger, Exception failure, string site);
}
