using System.Runtime.Serialization;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Reading;
using Realtime.Server.Live.People;
using Realtime.Server.Live.Sites;

namespace Realtime.Server.Live;

/// <summary>What the server calls on a connected reader (hub <c>/hubs/discussion</c>).</summary>
public interface IDiscussionClient
{
    /// <summary>
    /// The next changes of a watched thread, every sequence behind <c>from</c> up to <c>to</c>. It may arrive before the answer of the <c>Watch</c> that it
    /// follows: keep it and take it in after. A range that is not beyond what is known is a repetition; one that begins later is a gap: watch again.
    /// </summary>
    Task ThreadChanged(ThreadChanges changes);

    /// <summary>What was shown of the thread no longer holds, and nothing more is sent of it: watch it again without a position.</summary>
    Task ThreadReset(ThreadReset reset);

    /// <summary>Who is there now; at most one a second, without position, and not kept for anybody.</summary>
    Task Presence(ThreadPresence presence);

    /// <summary>The site of a watched thread is kept otherwise than before. Without position; of several only the last counts.</summary>
    Task SiteChanged(SiteView site);

    /// <summary>The person who has signed in stands otherwise with a site at which this connection has watched something.</summary>
    Task Standing(StandingView standing);

    /// <summary>
    /// What has changed in an inbox that <c>WatchInbox</c> has asked for: items that are new or other than before, by their ids, and the ids of those that are gone.
    /// It may arrive before the answer of <c>WatchInbox</c>: keep it and take it in after.
    /// </summary>
    Task Inbox(InboxView inbox);

    /// <summary>This server stops soon: connect anew after this many milliseconds and resume by position.</summary>
    Task Draining(int reconnectAfterMs);
}

[DataContract]
public sealed record ThreadReset
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    [DataMember(Name = "article")]
    public required string Article { get; init; }

    /// <summary>Where the thread is now.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }
}

[DataContract]
public sealed record ThreadPresence
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    [DataMember(Name = "article")]
    public required string Article { get; init; }

    /// <summary>Connections that watch the thread, on all servers.</summary>
    [DataMember(Name = "readers")]
    public required int Readers { get; init; }

    /// <summary>The names of people who are writing, at most ten.</summary>
    [DataMember(Name = "typing")]
    public required IReadOnlyList<string> Typing { get; init; }
}

/// <summary>The answer of <c>Watch</c>: with it a client is current, and live from <see cref="Position"/> on.</summary>
[DataContract]
public sealed record WatchedThread
{
    /// <summary>The place after what this answer holds; live changes follow from here.</summary>
    [DataMember(Name = "position")]
    public required string Position { get; init; }

    /// <summary>The sequence of <see cref="Position"/>: the first live change has it as its <c>from</c>.</summary>
    [DataMember(Name = "sequence")]
    public required long Sequence { get; init; }

    /// <summary>True when the position handed in could not be resumed from: forget what was shown and begin with <see cref="Page"/>.</summary>
    [DataMember(Name = "reset")]
    public required bool Reset { get; init; }

    /// <summary>What was missed since the position handed in. When <c>more</c> is set the rest follows by itself as <c>ThreadChanged</c>.</summary>
    [DataMember(Name = "changes")]
    public ThreadChanges? Changes { get; init; }

    /// <summary>The newest comments, without a position handed in or after a reset.</summary>
    [DataMember(Name = "page")]
    public ThreadPage? Page { get; init; }

    /// <summary>How one may comment at the site; <c>SiteChanged</c> tells when that changes.</summary>
    [DataMember(Name = "siteView")]
    public SiteView? SiteView { get; init; }
}
