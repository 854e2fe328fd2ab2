using Realtime.Discussion.Appeals;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Sites;
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
        ["commentDecided"] = new CommentDecided
        {
            At = At, By = By, Number = 7, Revision = 2, Decision = "reject", Name = "Mo", Status = "rejected", Reason = "hate_speech", Rule = 2, Note = "Not here.",
        },
        ["rejectionAppealed"] = new RejectionAppealed { At = At, By = By, Number = 7, Detail = "It was a quotation." },
        ["commentsMoved"] = new CommentsMoved { At = At, By = By, Number = 7, Numbers = [7, 9], To = new ArticleId("2026:ferry"), Name = "Mo" },
        ["commentReceived"] = new CommentReceived
        {
            At = At, By = By, Number = 4, From = ThreadKey.Parse("gazette/2026:bridge"), FromNumber = 7, Author = new UserId("bagrat"), Name = "Bagrat",
            CreatedAt = At.AddDays(-1), ReplyTo = 3, Quote = new Quote(3, 1, "a passage"), Body = new CommentBody("so", "<p>so</p>"), Status = "pending", Badges = ["expert"],
        },
        ["threadModeSet"] = new ThreadModeSet { At = At, By = By, Review = true, SlowMode = TimeSpan.FromSeconds(90) },
        ["guardEnded"] = new GuardEnded { At = At, By = By },
        ["personErased"] = new PersonErased
            { At = At, By = By, User = new UserId("bagrat"), As = new UserId("realtime:erased:12"), Comments = [2, 5], Reacted = [1], Named = [3] },
    };

    /// <summary>What later versions have added to kinds that stood before.</summary>
    public static IReadOnlyDictionary<string, ThreadEvent> Additions { get; } = new Dictionary<string, ThreadEvent>
    {
        ["commentPosted.v1.screened"] = (CommentPosted)ByKind["commentPosted"] with
        {
            Status = "pending",
            Findings = [Found],
            Tags = ["weather"],
            Badges = ["expert", "subscriber"],
            Addressee = new UserId("bagrat"),
            Mentions = [new UserId("c")],
            Guard = new Guard(FloodResponse.SlowMode, At.AddMinutes(10), TimeSpan.FromMinutes(1)),
        },
        ["commentEdited.v1.screened"] = (CommentEdited)ByKind["commentEdited"] with
        {
            Status = "pending",
            EditedAs = "staff",
            Findings = [Found],
            Tags = ["weather"],
            Addressee = new UserId("bagrat"),
            Mentions = [new UserId("c")],
        },
        ["commentReported.v1.held"] = (CommentReported)ByKind["commentReported"] with { Held = true },
    };

    private static Finding Found => new()
        { Step = "words", Verdict = Verdict.Hold, Code = "suspect_word", Rule = 2, Spans = [new TextSpan(3, 5)], Detail = "an entry" };

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
        Moderate(live);
        return live.State;
    }

    private static void Moderate(LiveThread live)
    {
        live.Give(new SetThreadMode { Actor = People.Moderator, Review = false, SlowMode = TimeSpan.FromSeconds(5) });
        live.PostHeld(People.Commenter("c"), "five");
        live.Reject(People.Moderator, 5, note: "Not here.");
        live.PostHeld(People.Commenter("d"), "six");
        live.Approve(People.OtherModerator, 6);
        live.Decide(People.Staff, 6, "pin");
        live.Decide(People.Staff, 1, "feature", revision: 2);
        live.Edit(People.Staff, 6, 1);
        live.Give(new PostComment
        {
            Actor = People.Staff, ClientCommentId = "s", Body = LiveThread.Body("seven"), Badges = ["expert"], Addressee = People.Ani.Id, Mentions = [People.Bagrat.Id],
        });
        live.Give(new ReceiveComment
        {
            Actor = People.Moderator, From = ThreadKey.Parse("gazette/ferry"), FromNumber = 3, Author = People.Bagrat.AsAuthor, CreatedAt = At, Body = LiveThread.Body("eight"),
        });
        live.Give(new MoveComments { Actor = People.Moderator, Number = 8, Revision = 1, To = new ArticleId("harbour") });
        live.Post(People.Commenter("e"), "nine");
        live.Give(new ErasePerson { Actor = People.Commenter("e"), User = new UserId("e") });
        live.Set(settings => settings with { FloodGuard = new FloodGuard { Comments = 1 } });
        live.Post(People.Staff, "ten");
    }
}
