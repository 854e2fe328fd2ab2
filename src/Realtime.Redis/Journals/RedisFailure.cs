using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>Tells a failure that the store answered with, or that kept a command from being sent, from one that leaves the outcome open.</summary>
internal static class RedisFailure
{
    public static bool Is(Exception exception) =>
        exception is RedisException or RedisTimeoutException or ObjectDisposedException or TaskCanceledException;

    public static JournalUnavailableException Of(Exception exception, bool wrote) =>
        new(Describe(exception), wrote && IsOpen(exception), exception);

    /// <summary>A timed out command may still be on its way to the store, whatever the client says of it: only an answer or no connection is certain.</summary>
    private static bool IsOpen(Exception exception) => exception switch
    {
        RedisServerException or ObjectDisposedException => false,
        RedisConnectionException e => e.FailureType is not (ConnectionFailureType.UnableToResolvePhysicalConnection or ConnectionFailureType.UnableToConnect),
        _ => true,
    };

    /// <summary>The client's own messages run over pages and name addresses; what happened fits into a few words.</summary>
    private static string Describe(Exception exception) => exception switch
    {
        RedisServerException e => $"The store refused a command: {e.Message.Split('\n')[0]}",
        RedisConnectionException e => $"The store cannot be reached ({e.FailureType}).",
        RedisTimeoutException => "The store did not answer in time.",
        _ => "The connection to the store is closed.",
    };
}
