using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests.Queue;

/// <summary>A queue as its grain keeps it: decides, journals, applies. The clock stands unless a test turns it.</summary>
internal sealed class Desk
{
    public static readonly SiteId Site = new("gazette");
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Actor Mariam = People.Moderator;
    public static readonly Actor Petros = People.Commenter("petros") with { Roles = Roles.Moderator };

    public QueueAggregate Aggregate { get; } = new(new QueueOptions());

    public ModerationQueue State { get; private set; } = ModerationQueue.Empty;

    public List<QueueEvent> Journal { get; } = [];

    public DateTimeOffset Now { get; set; } = Noon;

    public Decision Give(QueueCommand command)
    {
        var decision = Aggregate.Decide(State, command, Now);
        if (decision.IsAccepted) Append(Aggregate.Decode(Aggregate.Encode((QueueEvent)decision.Event).Span));
        return decision;
    }

    public void Append(QueueEvent @event)
    {
        Journal.Add(@event);
        State = Aggregate.Apply(State, @event);
    }

    public Decision Tell(long sequence, params CommentFact[] comments) => Give(TakeIn.Of([Facts(sequence, comments)]));

    public Decision Claim(Actor by, int number = 1) => Give(new ClaimItem { Actor = by, Key = Key(number) });

    public Decision Release(Actor by, int number = 1) => Give(new ReleaseItem { Actor = by, Key = Key(number) });

    public QueueItem? Find(int number = 1) => State.Find(Key(number));

    public IEnumerable<int> Numbers(QueueFilter? filter = null) => State.Page(filter ?? new QueueFilter(), null, 100).Select(item => item.Number);

    public static QueueKey Key(int number, string article = "bridge") => new(new ArticleId(article), number);

    public static ArticleFacts Facts(long sequence, params CommentFact[] comments) => Facts("bridge", new ThreadPosition(1, sequence), comments);

    public static ArticleFacts Facts(string article, ThreadPosition position, params CommentFact[] comments) => new()
        { Thread = new ThreadKey(Site, new ArticleId(article)), Position = position, Title = "The bridge", Comments = comments };

    public static CommentFact Comment(int number = 1, CommentStatus status = CommentStatus.Published, string by = "ani") => new()
    {
        Number = number,
        Revision = 1,
        Status = status,
        Author = People.Commenter(by).AsAuthor,
        At = Noon.AddMinutes(number - 100),
    };

    public static CommentFact Pending(int number = 1) => Comment(number, CommentStatus.Pending);

    public static Ruling Ruled(RulingKind kind = RulingKind.Approved, int revision = 1) => new()
        { Kind = kind, By = Mariam.AsAuthor, At = Noon.AddMinutes(-1), Revision = revision };

    public static OpenReports Reported(int reporters = 1, bool isUrgent = false) =>
        new(reporters, new Dictionary<string, int> { ["spam"] = reporters }, Noon.AddMinutes(-10), isUrgent);

    public static Finding Found(string step, Verdict verdict = Verdict.Hold) => new() { Step = step, Verdict = verdict, Code = "code" };
}
