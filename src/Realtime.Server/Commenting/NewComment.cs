using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Commenting;

/// <summary>A comment that has just been posted, as its author sees it: known from the command, without reading it back.</summary>
internal static class NewComment
{
    private static readonly Dictionary<string, int> NoReactions = [];

    public static CommentView View(PostComment command, CommandOutcome outcome) => new()
    {
        Number = outcome.Number,
        Author = new AuthorView { Id = command.Actor.Id.Value, Name = command.Actor.Name },
        Badges = command.Badges is { Count: > 0 } badges ? badges : null,
        CreatedAt = outcome.At.UtcDateTime,
        Revision = 1,
        Status = outcome.Status == CommentStatus.Pending ? StatusNames.Pending : StatusNames.Published,
        ReplyTo = command.ReplyTo,
        Quote = command.Quote is { } quote ? new QuoteView { Number = quote.Number, Revision = quote.Revision, Text = quote.Text } : null,
        Html = command.Body.Html,
        Reactions = NoReactions,
        ReplyCount = 0,
    };
}
