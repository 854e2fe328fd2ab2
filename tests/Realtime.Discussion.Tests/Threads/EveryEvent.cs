using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests.Threads;

/// <summary>One event of every kind with every field set: what the golden files hold.</summary>
internal static class EveryEvent
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 30, 15, 250, TimeSpan.Zero);
    private static readonly UserId By = new("auth0|ani");

    public static IReadOnlyDictionary<string, ThreadEvent> ByKind { get; } = new Dictionary<string, ThreadEvent>
    {
        ["articleDescribed"] = new ArticleDescribed
        {
            At = At,
            By = By,
            Article = new Article { Title = "The bridge", Url = "https://gazette.example/bridge", PublishedAt = At, Section = "City", Tags = ["bridge", "կամուրջ"] },
        },
        ["commentPosted"] = new CommentPosted
        {
            At = At,
            By = By,
            Name = "Ani \"the 1st\"",
            Number = 7,
            ClientCommentId = "0b8e4a52",
            ReplyTo = 5,
            Quote = new Quote(3, 2, "a passage"),
            Body = new CommentBody("*Բարեւ* <you> 😀", "<p dir=\"auto\"><em>Բարեւ</em> &lt;you&gt; 😀</p>\n"),
        },
        ["commentEdited"] = new CommentEdited
            { At = At, By = By, Number = 7, Revision = 2, ClientEditId = "edit-1", Body = new CommentBody("שלום", "<p dir=\"auto\">שלום</p>\n") },
        ["commentRemoved"] = new CommentRemoved { At = At, By = By, Number = 7 },
        ["reactionChanged"] = new ReactionChanged { At = At, By = By, Number = 7, Kind = "like", On = true },
        ["commentReported"] = new CommentReported { At = At, By = By, Number = 7, Revision = 2, Reason = "abusive", Detail = "the second line" },
        ["threadClosed"] = new ThreadClosed { At = At, By = By },
        ["threadReopened"] = new ThreadReopened { At = At, By = By },
        ["closeScheduled"] = new CloseScheduled { At = At, By = By, ClosesAt = At.AddDays(3) },
    };

    /// <summary>A thread with something of everything in it.</summary>
    public static ArticleThread Thread()
    {
        var live = new LiveThread();
        live.Describe(People.Publisher, "The bridge");
        live.Post(People.Ani, "one");
        live.Post(People.Bagrat, "two", replyTo: 1, quote: new Quote(1, 1, "one"));
        live.Edit(People.Ani, 1, 1, id: "edit-1");
        live.React(People.Bagrat, 1);
        live.React(People.Ani, 2, "love");
        live.Report(People.Moderator, 2);
        live.Append("not an event"u8.ToArray());
        live.Post(People.Ani, "four", replyTo: 2);
        live.Remove(People.Ani, 4);
        live.Close(People.Moderator);
        live.Reopen(People.Moderator);
        live.ScheduleClose(People.Moderator, live.Now.AddDays(3));
        return live.State;
    }
}
