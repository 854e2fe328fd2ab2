using CsCheck;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests.Threads;

/// <summary>Random commands of a small crowd: sensible and senseless ones, so that rules accept and refuse about equally.</summary>
internal static class Commands
{
    private static readonly Gen<Actor> Anybody = Gen.OneOf(
        People.Ani, People.Bagrat, People.Commenter("c"), People.Commenter("d"), People.Moderator, People.Publisher);

    private static readonly Gen<int> Number = Gen.Int[-1, 25];
    private static readonly Gen<int> Text = Gen.Int[0, 1_000_000];

    public static readonly Gen<ThreadCommand> Posting =
        Gen.Select(Anybody, Gen.Int[0, 400], Text, Gen.Int[-30, 25], Gen.Int[-40, 25]).Select(ThreadCommand (who, id, text, parent, source) => new PostComment
        {
            Actor = who,
            ClientCommentId = $"id-{id}",
            Body = LiveThread.Body(Words(text)),
            ReplyTo = parent > 0 ? parent : null,
            Quote = source > 0 ? new Quote(source, 1, "quoted") : null,
        });

    public static readonly Gen<ThreadCommand> Any = Gen.Frequency<ThreadCommand>(
        (10, Posting),
        (5, Gen.Select(Anybody, Number, Gen.Int[0, 3], Text).Select(ThreadCommand (who, number, revision, text) =>
            new EditComment { Actor = who, Number = number, Revision = revision, Body = LiveThread.Body(Words(text)), ClientEditId = $"e{text % 5}" })),
        (3, Gen.Select(Anybody, Number).Select(ThreadCommand (who, number) => new RemoveComment { Actor = who, Number = number })),
        (8, Gen.Select(Anybody, Number, Gen.OneOf("like", "love", "nonsense"), Gen.Bool).Select(ThreadCommand (who, number, kind, on) =>
            new SetReaction { Actor = who, Number = number, Kind = kind, On = on })),
        (2, Gen.Select(Anybody, Number, Gen.OneOf("spam", "nonsense")).Select(ThreadCommand (who, number, reason) =>
            new ReportComment { Actor = who, Number = number, Reason = reason })),
        (1, Gen.Select(Anybody, Gen.Int[0, 3]).Select(ThreadCommand (who, title) =>
            new DescribeArticle { Actor = who, Article = new Article { Title = $"title {title}" } })),
        (1, Anybody.Select(ThreadCommand (who) => new CloseThread { Actor = who })),
        (2, Anybody.Select(ThreadCommand (who) => new ReopenThread { Actor = who })),
        (1, Gen.Select(Anybody, Gen.Int[0, 900]).Select(ThreadCommand (who, seconds) =>
            new ScheduleClose { Actor = who, ClosesAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddSeconds(seconds) })),
        (1, Gen.Const((ThreadCommand)CloseWhenDue.Alarm)));

    /// <summary>The threads that such commands make.</summary>
    public static readonly Gen<LiveThread> Threads = Any.List[0, 120].Select(Given);

    public static LiveThread Given(IEnumerable<ThreadCommand> commands)
    {
        var thread = new LiveThread();
        foreach (var command in commands)
        {
            thread.Give(command);
            thread.Now += TimeSpan.FromSeconds(7);
        }

        return thread;
    }

    private static string Words(int text) => $"word-{text}";
}
