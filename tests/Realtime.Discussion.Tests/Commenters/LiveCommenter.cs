using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests.Commenters;

/// <summary>Ani's own things as their grain keeps them. The clock stands unless a test turns it.</summary>
internal sealed class LiveCommenter
{
    public static readonly SiteId Site = new("gazette");
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public CommenterAggregate Aggregate { get; } = new();

    public Commenter State { get; private set; } = Commenter.Unknown;

    public List<CommenterEvent> Journal { get; } = [];

    public DateTimeOffset Now { get; set; } = Noon;

    public IEnumerable<string> Keys => State.Readable.Select(entry => entry.Item.Key);

    public Decision Give(CommenterCommand command)
    {
        var decision = Aggregate.Decide(State, command, Now);
        if (!decision.IsAccepted) return decision;
        var @event = Aggregate.Decode(Aggregate.Encode((CommenterEvent)decision.Event).Span);
        Journal.Add(@event);
        State = Aggregate.Apply(State, @event);
        return decision;
    }

    public Decision SignOn(string name, int iat, params string[] badges) => Give(new TellProfile
        { Actor = People.Ani with { Name = name }, Badges = badges, IssuedAt = Noon.AddSeconds(iat) });

    public Decision Ignore(string user) => Give(new IgnorePerson { Actor = People.Ani, User = new UserId(user) });

    public Decision Heed(string user) => Give(new HeedPerson { Actor = People.Ani, User = new UserId(user) });

    public Decision Read(long through) => Give(new ReadInbox { Actor = People.Ani, Through = through });

    public Decision Erase() => Give(new EraseCommenter { Actor = People.Ani });

    public Decision Take(params InboxItem[] items) => Give(TakeNotices.Of(items));

    public static InboxItem Item(int number = 1, long sequence = 1, string from = "bagrat") => new()
    {
        Key = $"comment:bridge#{number}",
        Through = new ThreadPosition(1, sequence),
        Kind = InboxKind.Reply,
        At = Noon.AddMinutes(number - 1_000),
        Article = new ArticleId("bridge"),
        Title = "The bridge",
        Number = number,
        ReplyTo = 1,
        From = People.Commenter(from).AsAuthor,
    };

    public static InboxItem Withdrawn(int number = 1, long sequence = 1) => Item(number, sequence) with { IsWithdrawn = true, From = null, ReplyTo = null };
}
