using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests;

/// <summary>A thread as its grain keeps it: decides, journals, applies. The clock stands unless a test turns it.</summary>
internal sealed class LiveThread(DiscussionRules? rules = null)
{
    private int _nextId;

    public DiscussionRules Rules { get; } = rules ?? new DiscussionRules { LazyArticles = true };

    public ArticleThread State { get; } = new();

    public List<ReadOnlyMemory<byte>> Journal { get; } = [];

    /// <summary>What the publisher has set; a test changes it as it goes.</summary>
    public Site Site { get; set; } = Site.Unset;

    public HouseRules House => new(Rules, Site, Site.Unset);

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public Decision Give(ThreadCommand command)
    {
        var decision = ThreadRules.Decide(State, command, Now, House);
        if (decision.IsAccepted) Append((ThreadEvent)decision.Event);
        return decision;
    }

    public void Append(ThreadEvent @event) => Append(ThreadEventCodec.Encode(@event));

    public void Append(ReadOnlyMemory<byte> entry)
    {
        Journal.Add(entry);
        State.Apply(ThreadEventCodec.Decode(entry.Span));
    }

    public Decision Post(Actor by, string text = "words", int? replyTo = null, Quote? quote = null, string? id = null) => Give(new PostComment
        { Actor = by, ClientCommentId = id ?? $"id-{++_nextId}", Body = Body(text), ReplyTo = replyTo, Quote = quote });

    public Decision Edit(Actor by, int number, int revision, string text = "better words", string? id = null) =>
        Give(new EditComment { Actor = by, Number = number, Revision = revision, Body = Body(text), ClientEditId = id });

    public Decision Remove(Actor by, int number) => Give(new RemoveComment { Actor = by, Number = number });

    public Decision React(Actor by, int number, string kind = "like", bool on = true) =>
        Give(new SetReaction { Actor = by, Number = number, Kind = kind, On = on });

    public Decision Report(Actor by, int number, string reason = "spam", string? detail = null) =>
        Give(new ReportComment { Actor = by, Number = number, Reason = reason, Detail = detail });

    public Decision Close(Actor by) => Give(new CloseThread { Actor = by });

    public Decision Reopen(Actor by) => Give(new ReopenThread { Actor = by });

    public Decision ScheduleClose(Actor by, DateTimeOffset? at) => Give(new ScheduleClose { Actor = by, ClosesAt = at });

    public Decision Describe(Actor by, string title = "A title") => Give(new DescribeArticle { Actor = by, Article = new Article { Title = title } });

    public static CommentBody Body(string text) => new(text, $"<p>{text}</p>");

    public List<ThreadEvent> Events(int after = 0) => [.. Journal.Skip(after).Select(entry => ThreadEventCodec.Decode(entry.Span))];

    public ArticleThread Replay(int count = int.MaxValue)
    {
        var thread = new ArticleThread();
        foreach (var entry in Journal.Take(count)) thread.Apply(ThreadEventCodec.Decode(entry.Span));
        return thread;
    }

    public Decision Decide(Actor by, int number, string decision, int revision = 1, string? reason = null, int? after = null, string? note = null) =>
        Give(new DecideComment { Actor = by, Number = number, Revision = revision, Decision = decision, Reason = reason, Note = note, After = after });

    public Decision Approve(Actor by, int number, int revision = 1, int? after = null) => Decide(by, number, Decisions.Approve, revision, after: after);

    public Decision Reject(Actor by, int number, int revision = 1, string? reason = "spam", int? after = null, string? note = null) =>
        Decide(by, number, Decisions.Reject, revision, reason, after, note);

    public Decision Hold(Actor by, int number, int revision = 1) => Decide(by, number, Decisions.Hold, revision);

    /// <summary>A comment that screening has put doubt on.</summary>
    public Decision PostHeld(Actor by, string text = "words", int? replyTo = null, string? id = null) => Give(new PostComment
        { Actor = by, ClientCommentId = id ?? $"id-{++_nextId}", Body = Body(text), ReplyTo = replyTo, Findings = [Doubt] });

    public static Finding Doubt { get; } = new() { Step = "words", Verdict = Verdict.Hold, Code = "suspect_word", Spans = [new TextSpan(0, 5)], Detail = "words" };

    /// <summary>Has moderators impose something on a person from now on.</summary>
    public void Sanction(Actor person, SanctionKind kind, DateTimeOffset? until = null)
    {
        var sanction = new Sanction(Site.LastSanction + 1, kind, until, "a reason", People.Moderator.AsAuthor, Now);
        var others = Site.Sanctions.GetValueOrDefault(person.Id, []);
        Site = Site with { Sanctions = Site.Sanctions.SetItem(person.Id, others.Add(sanction)), LastSanction = sanction.Id };
    }

    public void Set(Func<SiteSettings, SiteSettings> change) => Site = Site with { Settings = change(Site.Settings) };

    /// <summary>The words as a replica reads them: the body from the event that wrote it, the quote from the one that posted it.</summary>
    public CommentWords? WordsOf(Comment comment) => WordsOf(comment, Journal);

    public static CommentWords? WordsOf(Comment comment, IReadOnlyList<ReadOnlyMemory<byte>> journal)
    {
        if (comment.BodyOf(comment.Revision) is not { } at) return null;
        var posted = ThreadEventCodec.Decode(journal[(int)comment.PostedAt - 1].Span) as IGivesWords;
        return ThreadEventCodec.Decode(journal[(int)at - 1].Span) is IGivesWords written
            ? new CommentWords(comment.Revision, written.Body, posted?.Quote) { Findings = written.Findings ?? [] }
            : null;
    }

    public CommentView View(int number) => ViewFor(number, Viewer.Anybody)!;

    public CommentView? ViewFor(int number, Viewer viewer) => CommentViews.For(State, State.Find(number)!, WordsOf(State.Find(number)!), viewer);

    /// <summary>What a page shows to everybody, all comments on it.</summary>
    public List<CommentView> Page() =>
        [.. Enumerable.Range(1, State.LastNumber).Select(number => ViewFor(number, Viewer.Anybody)).OfType<CommentView>()];
}
