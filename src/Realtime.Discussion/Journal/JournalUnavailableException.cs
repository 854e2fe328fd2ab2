namespace Realtime.Discussion.Journal;

/// <summary>The store could not be asked, or did not answer in time.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException(string message, bool outcomeUnknown, Exception? inner = null)
        : base(message, inner) => OutcomeUnknown = outcomeUnknown;

    /// <summary>True when a write was sent and its answer is missing: it may have happened. False when nothing was sent.</summary>
    public bool OutcomeUnknown { get; }
}
