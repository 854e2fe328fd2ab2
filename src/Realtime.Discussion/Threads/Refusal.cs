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
}

/// <summary>A refusal is a value, never an exception.</summary>
/// <param name="Code">Why.</param>
/// <param name="NewerRevision">With <see cref="RefusalCode.StaleRevision"/>: the revision that the comment has now.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal([property: Id(0)] RefusalCode Code, [property: Id(1)] int? NewerRevision = null);
