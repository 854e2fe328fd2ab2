using Microsoft.Extensions.Logging;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Tests;

/// <summary>Commands as people give them.</summary>
internal static class Say
{
    public static readonly ThreadKey Bridge = ThreadKey.Parse("gazette/harbour-bridge");

    public static readonly DiscussionRules Rules = new() { LazyArticles = true };

    public static readonly ThreadAggregate Kind = new(() => HouseRules.Of(Rules));

    /// <summary>The thread of the bridge, as an activation of it would serve it.</summary>
    public static ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> Serve(IJournal journal, WriterOptions options, TimeProvider time, ILogger logger) =>
        new(Kind, Bridge.Journal, journal, options, time, logger);

    public static Actor Person(string name, Roles roles = Roles.None) => new(new UserId(name), name, roles);

    public static CommentBody Body(string text) => new(text, $"<p>{text}</p>");

    public static PostComment Post(string by, string clientId, string? text = null, int? replyTo = null, Quote? quote = null) =>
        new() { Actor = Person(by), ClientCommentId = clientId, Body = Body(text ?? clientId), ReplyTo = replyTo, Quote = quote };

    public static EditComment Edit(string by, int number, int revision, string text) =>
        new() { Actor = Person(by), Number = number, Revision = revision, Body = Body(text), ClientEditId = $"{number}.{revision}" };

    public static Finding Doubt { get; } = new() { Step = "words", Verdict = Verdict.Hold, Code = "suspect_word" };

    public static DecideComment Decide(string by, int number, string decision, int revision = 1, int? after = null) => new()
    {
        Actor = Person(by, Roles.Moderator), Number = number, Revision = revision, Decision = decision, After = after, Reason = decision == Decisions.Reject ? "spam" : null,
    };

    public static RemoveComment Remove(string by, int number) => new() { Actor = Person(by), Number = number };

    public static SetReaction React(string by, int number, bool on = true) =>
        new() { Actor = Person(by), Number = number, Kind = "like", On = on };
}
