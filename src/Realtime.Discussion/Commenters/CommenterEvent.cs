using System.Text.Json.Serialization;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Commenters;

/// <summary>A fact of one person's own things, as it stands in their journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ProfileTold), "profileTold")]
[JsonDerivedType(typeof(PersonIgnored), "personIgnored")]
[JsonDerivedType(typeof(PersonHeeded), "personHeeded")]
[JsonDerivedType(typeof(NoticesTaken), "noticesTaken")]
[JsonDerivedType(typeof(InboxRead), "inboxRead")]
[JsonDerivedType(typeof(CommenterErased), "commenterErased")]
public abstract record CommenterEvent : JournalEvent;

public sealed record ProfileTold : CommenterEvent
{
    public required string Name { get; init; }

    public IReadOnlyList<string>? Badges { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
}

public sealed record PersonIgnored : CommenterEvent
{
    public required UserId User { get; init; }
}

public sealed record PersonHeeded : CommenterEvent
{
    public required UserId User { get; init; }
}

public sealed record NoticesTaken : CommenterEvent
{
    public required IReadOnlyList<InboxItem> Items { get; init; }
}

public sealed record InboxRead : CommenterEvent
{
    public required long Through { get; init; }
}

/// <summary>Everything before it in the journal may be cut off.</summary>
public sealed record CommenterErased : CommenterEvent;

/// <summary>An entry that this program cannot read, or does not know: it keeps its sequence and changes nothing.</summary>
public sealed record UnknownCommenterEvent : CommenterEvent;
