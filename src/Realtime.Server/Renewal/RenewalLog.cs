namespace Realtime.Server.Renewal;

internal static partial class RenewalLog
{
    [LoggerMessage(LogLevel.Warning, "The store's files could not be renewed behind an erasure; it is tried again.")]
    public static partial void NotRenewed(this ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Warning, "{Erasures} erasures have left something in the store's files, and the store does not let the server have them rewritten: run BGREWRITEAOF there, and BGSAVE if it keeps snapshots.")]
    public static partial void OperatorMustRenew(this ILogger logger, int erasures);
}
