namespace Realtime.Server.Sites;

internal static partial class SiteLog
{
    [LoggerMessage(LogLevel.Error, "The screening of site {Site} could not be taken over; the one before goes on.")]
    public static partial void ScreeningNotTakenOver(this ILogger logger, Exception failure, string site);

    [LoggerMessage(LogLevel.Information, "Dry run of word lists at {Site} applied: {Changed} comments changed, {Skipped} skipped, {Left} not reached")]
    public static partial void DryRunApplied(this ILogger logger, string site, int changed, int skipped, int left);
}
