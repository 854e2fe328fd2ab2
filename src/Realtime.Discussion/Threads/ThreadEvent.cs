using System.Text.Json.Serialization;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;

namespace Realtime.Discussion.Threads;

/// <summary>
/// A fact of one thread, as it stands in the journal. One command makes at most one event, so that one acknowledged command is one sequence.
/// Fields and kinds are only ever added: the bytes of every version ever written stay readable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ArticleDescribed), "articleDescribed")]
[JsonDerivedType(typeof(CommentPosted), "commentPosted")]
[JsonDerivedType(typeof(CommentEdited), "commentEdited")]
[JsonDerivedType(typeof(CommentRemoved), "commentRemoved")]
[JsonDerivedType(typeof(ReactionChanged), "reactionChanged")]
[JsonDerivedType(typeof(CommentReported), "commentReported")]
[JsonDerivedType(typeof(ThreadClosed), "threadClosed")]
[JsonDerivedType(typeof(ThreadReopened), "threadReopened")]
[JsonDerivedType(typeof(CloseScheduled), "closeScheduled")]
[JsonDerivedType(typeof(CommentDecided), "commentDecided")]
[JsonDerivedType(typeof(RejectionAppealed), "rejectionAppealed")]
[JsonDerivedType(typeof(CommentsMoved), "commentsMoved")]
[JsonDerivedType(typeof(CommentReceived), "commentReceived")]
[JsonDerivedType(typeof(ThreadModeSet), "threadModeSet")]
[JsonDerivedType(typeof(GuardEnded), "guardEnded")]
[JsonDerivedType(typeof(PersonErased), "personErased")]
public abstract record ThreadEvent : JournalEvent;

/// <summary>
/// An entry whose bytes cannot be read. It keeps its sequence; because it may have been a comment, it also takes a number, which
/// readers see as a tombstone. A later comment that claims the number for itself gets it.
/// </summary>
public sealed record Unreadable : ThreadEvent;

/// <summary>A well-formed entry of a kind or version that this version of the program does not know: it keeps its sequence and changes nothing.</summary>
public sealed record Unknown : ThreadEvent;
