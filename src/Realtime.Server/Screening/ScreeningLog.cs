using Realtime.Discussion.Screening;

namespace Realtime.Server.Screening;

/// <summary>Sites, steps and reasons only: never a comment's text, an author, a key or an address.</summary>
internal static partial class ScreeningLog
{
    [LoggerMessage(LogLevel.Information, "Site {Site}: screening step {Step} is broken ({Reason}) and says {Fallback}")]
    public static partial void StepBroken(this ILogger logger, string site, string step, RemoteFailureReason reason, Verdict fallback);

    [LoggerMessage(LogLevel.Warning, "Screening step {Step}: a server that fails is not asked for {Duration}")]
    public static partial void CircuitOpened(this ILogger logger, string step, TimeSpan duration);

    [LoggerMessage(LogLevel.Information, "Screening step {Step}: a server that failed answers again")]
    public static partial void CircuitClosed(this ILogger logger, string step);
}
