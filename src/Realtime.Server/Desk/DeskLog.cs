namespace Realtime.Server.Desk;

internal static partial class DeskLog
{
    [LoggerMessage(LogLevel.Information, "Queue of {Site}: a desk at {Sequence} cannot be followed up and is closed: {Reason}")]
    public static partial void DeskLost(this ILogger logger, string site, long sequence, string reason);
}
