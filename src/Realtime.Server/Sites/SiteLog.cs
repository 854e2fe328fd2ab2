namespace Realtime.Server.Sites;

internal static partial class SiteLog
{
    [LoggerMessage(LogLevel.Error, "The screening of site {Site} could not be taken over; the one before goes on.")]
    public static partial void ScreeningNotTakenOver(this ILogger logger, Exception failure, string site);
}
