namespace Realtime.Server.Moderation;

internal static partial class ModerationLog
{
    [LoggerMessage(LogLevel.Information, "Everything of a person at {Site}, {Decision}: {Changed} comments changed, {Left} not reached")]
    public static partial void Undone(this ILogger logger, string site, string decision, int changed, int left);
}
