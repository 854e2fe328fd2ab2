using System.Collections.Immutable;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reports;

namespace Realtime.Discussion.Commenters;

/// <summary>
/// What one person has on one site beside their comments: a profile, whom they do not want to read, and what they were told. Sanctions are the
/// site's: every host must know them at the moment of each post. Immutable.
/// </summary>
public sealed record Commenter
{
    public const int MostIgnored = 1_000;

    public static Commenter Unknown { get; } = new();

    /// <summary>Null for a guest, or before the first sign-on.</summary>
    public Profile? Profile { get; internal init; }

    /// <summary>When the person was first seen here.</summary>
    public DateTimeOffset? FirstSeen { get; internal init; }

    /// <summary>People whose comments this person does not want to read.</summary>
    public ImmutableHashSet<UserId> Ignored { get; internal init; } = [];

    public Inbox Inbox { get; internal init; } = Inbox.Empty;

    /// <summary>When everything here was erased last: nothing from before comes back.</summary>
    public DateTimeOffset? ErasedAt { get; internal init; }

    /// <summary>What there is to read, newest first: nothing from people who are ignored now.</summary>
    public IEnumerable<InboxEntry> Readable => Inbox.NewestFirst.Where(entry => entry.Item.From is not { } from || !Ignored.Contains(from.Id));

    public int Unread => Readable.TakeWhile(entry => entry.Number > Inbox.ReadThrough).Count();

    /// <summary>By the outcomes that are still in the inbox: what somebody did long ago is not held against them.</summary>
    public ReporterStanding ReporterStanding => new(CountOf(InboxKind.ReportUpheld), CountOf(InboxKind.ReportGroundless));

    private int CountOf(InboxKind kind) => Inbox.Items.Values.Count(item => item.Kind == kind);

    internal Commenter Apply(CommenterEvent @event) => @event switch
    {
        ProfileTold told => this with { Profile = new Profile(told.Name, told.Badges ?? [], told.IssuedAt), FirstSeen = FirstSeen ?? told.At },
        PersonIgnored { User: var erased } when erased == UserId.Erased => this,
        PersonIgnored ignored => this with { Ignored = Ignored.Add(ignored.User) },
        PersonHeeded heeded => this with { Ignored = Ignored.Remove(heeded.User) },
        NoticesTaken taken => this with { Inbox = taken.Items.Aggregate(Inbox, (inbox, item) => inbox.Put(item)) },
        InboxRead read => this with { Inbox = Inbox.Read(read.Through) },
        CommenterErased erased => new Commenter { ErasedAt = erased.At },
        _ => this,
    };
}
