using Microsoft.Extensions.Logging;

namespace Realtime.Grains.Aggregates;

/// <summary>Ids and positions only: never a comment's text, a name, a token or an address.</summary>
internal static partial class AggregateLog
{
    [LoggerMessage(LogLevel.Warning, "Thread {Thread} stops writing at {Head}: {Reason}")]
    public static partial void WriterFailed(this ILogger logger, string thread, long head, string reason);

    [LoggerMessage(LogLevel.Warning, "Thread {Thread}: the outcome of appending {Count} entries behind {Head} is unknown: {Reason}")]
    public static partial void OutcomeUnknown(this ILogger logger, string thread, long head, int count, string reason);

    [LoggerMessage(LogLevel.Warning, "Thread {Thread} begins epoch {Epoch} at {Head}: entries that readers may have seen are gone")]
    public static partial void EpochRenewed(this ILogger logger, string thread, long epoch, long head);

    [LoggerMessage(LogLevel.Information, "Thread {Thread} begins epoch {Epoch} at {Head}: the store has been restarted, and entries that readers may have seen may be gone")]
    public static partial void StoreRestarted(this ILogger logger, string thread, long epoch, long head);

    [LoggerMessage(LogLevel.Information, "Thread {Thread}: snapshot at {Sequence} not kept: {Reason}")]
    public static partial void SnapshotFailed(this ILogger logger, string thread, long sequence, string reason);

    [LoggerMessage(LogLevel.Information, "Thread {Thread}: host {Host} no longer answers; it has {Acknowledged} of {Head}: {Reason}")]
    public static partial void HostLost(this ILogger logger, string thread, string host, long acknowledged, long head, string reason);

    [LoggerMessage(LogLevel.Debug, "Replica of {Thread} reads behind {Sequence} from the journal")]
    public static partial void Repairing(this ILogger logger, string thread, long sequence);

    [LoggerMessage(LogLevel.Information, "Replica of {Thread} could not read the journal: {Reason}")]
    public static partial void RepairFailed(this ILogger logger, string thread, string reason);

    [LoggerMessage(LogLevel.Warning, "Replica of {Thread}: the journal has another entry at {Sequence} than this host: the store has lost entries")]
    public static partial void HistoryLost(this ILogger logger, string thread, long sequence);

    [LoggerMessage(LogLevel.Warning, "Replica of {Thread} starts afresh in epoch {Epoch}: its readers are told to reset")]
    public static partial void ReplicaReset(this ILogger logger, string thread, long epoch);

    [LoggerMessage(LogLevel.Information, "Watching {Thread} failed, trying again: {Reason}")]
    public static partial void WatchFailed(this ILogger logger, string thread, string reason);

    [LoggerMessage(LogLevel.Debug, "Thread {Thread} was not told who is here: {Reason}")]
    public static partial void AttendanceUntold(this ILogger logger, string thread, string reason);

    [LoggerMessage(LogLevel.Error, "Replica of {Thread}: a follower failed")]
    public static partial void FollowerFailed(this ILogger logger, Exception exception, string thread);

    [LoggerMessage(LogLevel.Information, "Thread {Thread}: the outcome of a command of kind {Kind} is not known: {Reason}")]
    public static partial void CommandUnanswered(this ILogger logger, string thread, string kind, string reason);

    [LoggerMessage(LogLevel.Error, "Thread {Thread}: a command of kind {Kind} failed")]
    public static partial void CommandFailed(this ILogger logger, Exception exception, string thread, string kind);

    [LoggerMessage(LogLevel.Warning, "Thread {Thread}: projection {Projection} did not take in what happened, it is told again: {Reason}")]
    public static partial void ProjectionFailed(this ILogger logger, string thread, string projection, string reason);

    [LoggerMessage(LogLevel.Warning, "Thread {Thread} has events that no projection may have seen, and could not be asked to tell them: {Reason}")]
    public static partial void RecoveryFailed(this ILogger logger, string thread, string reason);

    [LoggerMessage(LogLevel.Information, "Which threads have told everything could not be found out: {Reason}")]
    public static partial void MarksUnread(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Thread {Thread}: its alarm could not be set, it acts in time only while it is in memory: {Reason}")]
    public static partial void AlarmNotSet(this ILogger logger, string thread, string reason);
}
