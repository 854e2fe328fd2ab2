using CsCheck;
using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests.Threads;

/// <summary>Random commands of a small crowd: sensible and senseless ones, so that rules accept and refuse about equally.</summary>
internal static class Commands
{
    private static readonly Gen<Actor> Anybody = Gen.OneOf(
        People.Ani, People.Bagrat, People.Commenter("c"), People.Commenter("d"), People.Guest, People.Staff, People.Moderator, People.OtherModerator, People.Publisher);

    private static readonly Gen<Actor> House = Gen.OneOf(People.Moderator, People.OtherModerator, People.Moderator, People.Ani);

    private static readonly Gen<int> Number = Gen.Int[-1, 25];
    private static readonly Gen<int> Text = Gen.Int[0, int.MaxValue];

    public static readonly Gen<ThreadCommand> Posting =
        Gen.Select(Anybody, Gen.Int[0, 400], Text, Gen.Int[-30, 25], Gen.Int[-40, 25]).Select(ThreadCommand (who, id, text, parent, source) => new PostComment
        {
            Actor = who,
            ClientCommentId = $"id-{id}",
            Body = LiveThread.Body(Words(text)),
            ReplyTo = parent > 0 ? parent : null,
            Quote = source > 0 ? new Quote(source, 1, Passage(source)) : null,
            Findings = text % 5 == 0 ? [LiveThread.Doubt] : [],
            Badges = text % 7 == 0 ? ["expert"] : [],
            Addressee = text % 3 == 0 ? new UserId("bagrat") : null,
            Mentions = text % 4 == 0 ? [new UserId("ani"), new UserId("c")] : [],
        });

    private static readonly Gen<ThreadCommand> Editing = Gen.Select(Anybody, Number, Gen.Int[0, 3], Text).Select(ThreadCommand (who, number, revision, text) =>
        new EditComment
        {
            Actor = who,
            Number = number,
            Revision = revision,
            Body = LiveThread.Body(Words(text)),
            ClientEditId = $"e{text % 5}",
            Findings = text % 6 == 0 ? [LiveThread.Doubt] : [],
            Mentions = text % 4 == 0 ? [new UserId("c")] : [],
        });

    private static readonly Gen<ThreadCommand> Moderating = Gen.Frequency<ThreadCommand>(
        (12, Gen.Select(House, Number, Gen.Int[1, 2], Gen.OneOf([.. Decisions.Verdicts, .. Decisions.Marks]), Gen.Int[0, 3]).Select(
            ThreadCommand (who, number, revision, decision, after) => new DecideComment
            {
                Actor = who,
                Number = number,
                Revision = revision,
                Decision = decision,
                Reason = decision == Decisions.Reject ? "spam" : null,
                Note = after == 3 ? "a note" : null,
                After = after == 0 ? null : after,
            })),
        (1, Gen.Select(House, Number, Gen.Int[1, 2]).Select(ThreadCommand (who, number, revision) =>
            new MoveComments { Actor = who, Number = number, Revision = revision, To = new ArticleId("elsewhere") })),
        (2, Gen.Select(Anybody, Gen.Int[1, 9], Gen.Int[-5, 9], Text, Gen.Int[-9, 9]).Select(ThreadCommand (who, from, parent, text, source) => new ReceiveComment
        {
            Actor = People.Moderator,
            From = ThreadKey.Parse("gazette/before"),
            FromNumber = from,
            Author = who.AsAuthor,
            CreatedAt = Begin.AddDays(-1),
            Body = LiveThread.Body(Words(text)),
            ReplyToFrom = parent > 0 ? parent : null,
            Quote = source > 0 ? new Quote(source, 1, "of before") : null,
            Status = text % 4 == 0 ? CommentStatus.Pending : CommentStatus.Published,
        })),
        (1, Gen.Select(House, Gen.Bool, Gen.Int[0, 20]).Select(ThreadCommand (who, review, slow) =>
            new SetThreadMode { Actor = who, Review = review, SlowMode = slow > 0 ? TimeSpan.FromSeconds(slow) : null })),
        (2, Gen.Select(Anybody, Number).Select(ThreadCommand (who, number) => new AppealComment { Actor = who, Number = number, Detail = "an appeal" })),
        (1, Gen.Const((ThreadCommand)EndGuardWhenDue.Alarm)));

    private static readonly Gen<ThreadCommand> Erasing =
        Gen.Select(House, Anybody).Select(ThreadCommand (who, whom) => new ErasePerson { Actor = who, User = whom.Id });

    public static readonly Gen<ThreadCommand> Any = Gen.Frequency<ThreadCommand>(
        (20, Posting),
        (10, Editing),
        (6, Gen.Select(Anybody, Number).Select(ThreadCommand (who, number) => new RemoveComment { Actor = who, Number = number })),
        (16, Gen.Select(Anybody, Number, Gen.OneOf("like", "love", "nonsense"), Gen.Bool).Select(ThreadCommand (who, number, kind, on) =>
            new SetReaction { Actor = who, Number = number, Kind = kind, On = on })),
        (6, Gen.Select(Anybody, Number, Gen.OneOf("spam", "spam", "nonsense")).Select(ThreadCommand (who, number, reason) =>
            new ReportComment { Actor = who, Number = number, Reason = reason })),
        (2, Gen.Select(Anybody, Gen.Int[0, 3]).Select(ThreadCommand (who, title) =>
            new DescribeArticle { Actor = who, Article = new Article { Title = $"title {title}" } })),
        (2, Anybody.Select(ThreadCommand (who) => new CloseThread { Actor = who })),
        (4, Anybody.Select(ThreadCommand (who) => new ReopenThread { Actor = who })),
        (2, Gen.Select(Anybody, Gen.Int[0, 900]).Select(ThreadCommand (who, seconds) => new ScheduleClose { Actor = who, ClosesAt = Begin.AddSeconds(seconds) })),
        (2, Gen.Const((ThreadCommand)CloseWhenDue.Alarm)),
        (22, Moderating),
        (1, Erasing));

    /// <summary>Sites that are kept in different ways: nothing set, looked at first, watched closely, kept quiet.</summary>
    private static readonly Gen<Site> Sites = Gen.OneOf(
        Site.Unset with { Settings = new SiteSettings { Guests = GuestMode.On } },
        Site.Unset with { Settings = new SiteSettings { Moderation = ModerationMode.Pre, CloseAfter = TimeSpan.FromMinutes(12) } },
        Site.Unset with
        {
            Settings = new SiteSettings { Guests = GuestMode.Review, HoldAtReports = 2, FloodGuard = new FloodGuard { Comments = 4, Response = FloodResponse.Review } },
            Sanctions = Site.Unset.Sanctions.Add(new UserId("c"), [Imposed(SanctionKind.Shadow)]).Add(new UserId("d"), [Imposed(SanctionKind.Review)]),
        },
        Site.Unset with
        {
            Settings = new SiteSettings { SlowMode = TimeSpan.FromSeconds(10), FloodGuard = new FloodGuard { Comments = 3, For = TimeSpan.FromMinutes(1) } },
            Sanctions = Site.Unset.Sanctions.Add(new UserId("c"), [Imposed(SanctionKind.Ban)]),
        });

    /// <summary>The threads that such commands make.</summary>
    public static readonly Gen<LiveThread> Threads = Gen.Select(Sites, Any.List[0, 120]).Select(Given);

    public static LiveThread Given(Site site, IEnumerable<ThreadCommand> commands)
    {
        var thread = new LiveThread { Site = site };
        foreach (var command in commands)
        {
            thread.Give(command);
            thread.Now += TimeSpan.FromSeconds(7);
        }

        return thread;
    }

    /// <summary>What is quoted of a comment.</summary>
    public static string Passage(int source) => $"passage-of-{source}-";

    private static DateTimeOffset Begin => new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static Sanction Imposed(SanctionKind kind) => new(1, kind, null, "a reason", People.Moderator.AsAuthor, Begin);

    private static string Words(int text) => $"word-{text}";
}
