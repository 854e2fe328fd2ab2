using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Tests;

/// <summary>A thread as its grain keeps it: decides, journals, applies. The clock stands unless a test turns it.</summary>
internal sealed class LiveThread(DiscussionRules? rules = null)
{
    private int _nextId;

    public DiscussionRules Rules { get; } = rules ?? new DiscussionRules { LazyArticles = true };

    public ArticleThread State { get; } = new();

    public List<ReadOnlyMemory<byte>> Journal { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public Decision Give(ThreadCommand command)
    {
        var decision = ThreadRules.Decide(State, command, Now, HouseRules.Of(Rules));
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

    /// <summary>The words as a replica reads them: the body from the event that wrote it, the quote from the one that posted it.</summary>
    public CommentWords? WordsOf(Comment comment)
    {
        var posted = (CommentPosted)ThreadEventCodec.Decode(Journal[(int)comment.PostedAt - 1].Span);
        var body = ThreadEventCodec.Decode(Journal[(int)comment.BodyAt - 1].Span) switch
        {
            CommentPosted first => first.Body,
            CommentEdited edited => edited.Body,
            _ => null,
        };
        return body is null ? null : new CommentWords(comment.Revision, body, posted.Quote);
    }

    public CommentView View(int number) => CommentViews.Of(State, State.Find(number)!, State.Find(number)!.IsPublished ? WordsOf(State.Find(number)!) : null);
}
