namespace Realtime.Server.Live;

internal static partial class LiveLog
{
    [LoggerMessage(LogLevel.Information, "Thread {Thread}: a reader at {Sequence} cannot be followed up and is closed: {Reason}")]
    public static partial void ReaderLost(this ILogger logger, string thread, long sequence, string reason);

    [LoggerMessage(LogLevel.Warning, "Thread {Thread}: publishing behind {Sequence} failed, trying again: {Reason}")]
    public static partial void PublishFailed(this ILogger logger, string thread, long sequence, string reason);

    [LoggerMessage(LogLevel.Error, "Site {Site}: a change could not be told to those who are there")]
    public static partial void SiteUntold(this ILogger logger, Exception exception, string site);

    [LoggerMessage(LogLevel.Error, "Hub method {Method} failed")]
    public static partial void MethodFailed(this ILogger logger, Exception exception, string method);

    [LoggerMessage(LogLevel.Information, "Connection {Connection} has taken nothing for {Seconds:F0} s and is closed")]
    public static partial void ReaderStalled(this ILogger logger, string connection, double seconds);
}
