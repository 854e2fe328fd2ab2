using Microsoft.Extensions.Logging;

namespace Realtime.Redis.Stores;

/// <summary>Never a connection string: it holds a password.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(LogLevel.Information, "Store: {Kind}. {Durability}")]
    public static partial void Opened(this ILogger logger, StoreKind kind, string durability);

    [LoggerMessage(LogLevel.Warning, "The store may lose what it acknowledged, and Store:AllowNotDurable lets it: {Reason}")]
    public static partial void NotDurable(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "The embedded store goes on in new files: {Keys} keys copied in {Seconds:F1} s, closed for {Milliseconds:F0} ms")]
    public static partial void Renewed(this ILogger logger, int keys, double seconds, double milliseconds);
}
