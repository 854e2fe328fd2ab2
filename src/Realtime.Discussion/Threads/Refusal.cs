using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Threads;

/// <summary>Why a request is not carried out. The order is wire identity between silos: add at the end only.</summary>
public enum RefusalCode
{
    ArticleUnknown,
    ThreadClosed,
    CommentUnknown,
    CommentRemoved,
    CommentEmpty,
    CommentTooLong,
    CommentMalformed,
    ParentUnknown,
    ParentRemoved,
    QuoteUnknown,
    QuoteRemoved,
    QuoteNotInSource,
    EditWindowClosed,
    NotYours,
    NotAllowed,
    StaleRevision,
    ReactionUnknown,
    ThreadBusy,
    StoreUnavailable,
    SiteInvalid,
    ArticleInvalid,
    PositionInvalid,
    CursorInvalid,
    RequestMalformed,
    RequestTooLarge,
    RateLimited,
    SignInRequired,
    ClientIdInvalid,
    TooManyWatches,
    ReportReasonUnknown,

    /// <summary>Another moderator was first: <see cref="Refusal.Decided"/> names who, what and when.</summary>
    AlreadyDecided,
    DecisionUnknown,
    DecisionReasonUnknown,

    /// <summary>The decision does not fit the comment's status, e.g. to restore what its author took away.</summary>
    DecisionImpossible,

    Banned,

    /// <summary>Until <see cref="Refusal.Until"/>.</summary>
    Suspended,

    /// <summary>A moderator's warning must be acknowledged before anything is written.</summary>
    WarningUnacknowledged,

    /// <summary>Comments of one person must be further apart: again from <see cref="Refusal.Until"/> on.</summary>
    SlowMode,

    /// <summary>The discussion policy does not permit it: <see cref="Refusal.Rule"/> and <see cref="Refusal.Spans"/> say why and where.</summary>
    CommentRefused,

    /// <summary>Asked once, before the comment is taken in: submit it again as it is, or rewrite it.</summary>
    CommentMayBreakRule,

    SiteLocked,
    GuestsNotAllowed,
    NameInvalid,
    NameTaken,
    SettingsInvalid,
    PolicyInvalid,
    WordsInvalid,
    RoleUnknown,
    SanctionInvalid,
    SanctionUnknown,
    SecretInvalid,
    SecretUnknown,

    /// <summary>The server has no key to keep secrets with.</summary>
    SecretsUnavailable,

    PersonUnknown,

    /// <summary>Another moderator is at it: <see cref="Refusal.Decided"/> names who, until <see cref="Refusal.Until"/>.</summary>
    ClaimedByAnother,
    ProjectionUnknown,
    TimeInvalid,

    /// <summary>This host knows of no such dry run: hosts keep their own, for an hour.</summary>
    DryRunUnknown,

    /// <summary>One run of a site at a time.</summary>
    DryRunUnderWay,
}

/// <summary>Who decided what before, and when.</summary>
[GenerateSerializer, Immutable, Alias("decided-before")]
public sealed record DecidedBefore([property: Id(0)] string Decision, [property: Id(1)] Author By, [property: Id(2)] DateTimeOffset At);

/// <summary>A refusal is a value, never an exception.</summary>
/// <param name="Code">Why.</param>
/// <param name="NewerRevision">With <see cref="RefusalCode.StaleRevision"/>: the revision that the comment has now.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal([property: Id(0)] RefusalCode Code, [property: Id(1)] int? NewerRevision = null)
{
    [Id(2)]
    public DecidedBefore? Decided { get; init; }

    /// <summary>From when on it is worth another try.</summary>
    [Id(3)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The number of the rule of the discussion policy that this is about.</summary>
    [Id(4)]
    public int? Rule { get; init; }

    /// <summary>Where in the text as it was written, in UTF-16 code units.</summary>
    [Id(5)]
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];

    /// <summary>In plain words, for whoever asked: every mistake in the settings, the title of the rule. Never the text of a comment.</summary>
    [Id(6)]
    public string? Detail { get; init; }
}
