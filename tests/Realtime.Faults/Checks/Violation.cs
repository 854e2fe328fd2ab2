namespace Realtime.Faults.Checks;

internal enum ViolationKind
{
    Lost,
    Repeated,
    Reordered,

    /// <summary>Something was shown or kept that never happened.</summary>
    Phantom,

    /// <summary>A position went backwards, or an epoch did.</summary>
    Regressed,

    /// <summary>What was shown stopped holding, and nobody said so.</summary>
    Unannounced,

    /// <summary>A reset where none may be.</summary>
    Reset,

    NotConverged,
    OutOfBounds,
}

/// <summary>A broken promise.</summary>
/// <param name="Check">C1 to C7.</param>
/// <param name="Kind">In what way.</param>
/// <param name="Message">Who, what, where.</param>
/// <param name="Count">How many comments or events it is about.</param>
internal sealed record Violation(string Check, ViolationKind Kind, string Message, long Count = 1);
