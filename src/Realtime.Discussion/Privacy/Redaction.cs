using Realtime.Discussion.Appeals;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Privacy;

/// <summary>
/// Rewrites events so that nothing of an erased person is in them: their id becomes another that says nothing, their words and what others wrote about their
/// comments become empty. Kinds and numbers stay, so that replaying the rewritten journal gives the state that the thread has after the erasure.
/// </summary>
public static class Redaction
{
    private static readonly CommentBody Nothing = new("", "");

    /// <param name="event">As it stands in the journal.</param>
    /// <param name="erasure">Whom, and who they are from now on. It is in the journal itself, where it is rewritten as well.</param>
    /// <param name="authorOf">
    /// Who posted a comment, from its own event and not from the thread, which no longer knows. When the rewriting is resumed it may give <see cref="PersonErased.As"/>.
    /// </param>
    /// <returns>The event to put in its place; null when nothing of the person is in it.</returns>
    public static ThreadEvent? Of(ThreadEvent @event, PersonErased erasure, Func<int, UserId?> authorOf)
    {
        var redacted = new Redactor(erasure, authorOf).Redact(@event);
        return redacted.Equals(@event) ? null : redacted;
    }

    /// <summary>Who posted the comment that the event is the beginning of; null for any other event.</summary>
    public static (int Number, UserId Author)? AuthorIn(ThreadEvent @event) => @event switch
    {
        CommentPosted posted => (posted.Number, posted.By),
        CommentReceived received => (received.Number, received.Author),
        _ => null,
    };

    private sealed class Redactor(PersonErased erasure, Func<int, UserId?> authorOf)
    {
        public ThreadEvent Redact(ThreadEvent @event)
        {
            var redacted = @event switch
            {
                CommentPosted posted => Redact(posted),
                CommentReceived received => Redact(received),
                CommentEdited edited => Redact(edited),
                CommentReported reported when IsTheirs(reported.Number) || Is(reported.By) => reported with { Detail = null },
                RejectionAppealed appealed when Is(appealed.By) => appealed with { Detail = null },
                CommentDecided decided => decided with
                {
                    Name = Is(decided.By) ? "" : decided.Name,
                    Note = IsTheirs(decided.Number) || Is(decided.By) ? null : decided.Note,
                },
                CommentsMoved moved when Is(moved.By) => moved with { Name = "" },
                PersonErased erased when Is(erased.User) => erased with { User = erasure.As },
                _ => @event,
            };
            return Is(redacted.By) ? redacted with { By = erasure.As } : redacted;
        }

        private CommentPosted Redact(CommentPosted posted) => Is(posted.By)
            ? posted with
            {
                Name = "", ClientCommentId = "", Body = Nothing, Quote = Emptied(posted.Quote), Findings = WithoutDetails(posted.Findings), Tags = null, Badges = null,
                Addressee = null, Mentions = null,
            }
            : posted with { Quote = Redact(posted.Quote), Addressee = Redact(posted.Addressee), Mentions = Redact(posted.Mentions) };

        private CommentReceived Redact(CommentReceived received) => Is(received.Author)
            ? received with { Author = erasure.As, Name = "", Body = Nothing, Quote = Emptied(received.Quote), Badges = null }
            : received with { Quote = Redact(received.Quote) };

        private CommentEdited Redact(CommentEdited edited) => IsTheirs(edited.Number)
            ? edited with { ClientEditId = null, Body = Nothing, Findings = WithoutDetails(edited.Findings), Tags = null, Addressee = null, Mentions = null }
            : edited with { Addressee = Redact(edited.Addressee), Mentions = Redact(edited.Mentions) };

        /// <summary>A passage of theirs in a comment of somebody else.</summary>
        private Quote? Redact(Quote? quote) => quote is not null && IsTheirs(quote.Number) ? Emptied(quote) : quote;

        private UserId? Redact(UserId? addressee) => addressee is { } user && Is(user) ? null : addressee;

        private IReadOnlyList<UserId>? Redact(IReadOnlyList<UserId>? mentions) =>
            mentions is null || !mentions.Any(Is) ? mentions : PostingRules.OrNull([.. mentions.Where(user => !Is(user))]);

        private static Quote? Emptied(Quote? quote) => quote is null ? null : quote with { Text = "" };

        private static IReadOnlyList<Finding>? WithoutDetails(IReadOnlyList<Finding>? findings) =>
            findings is null || findings.All(finding => finding.Detail is null) ? findings : [.. findings.Select(finding => finding with { Detail = null })];

        private bool Is(UserId user) => user == erasure.User || user == erasure.As;

        private bool IsTheirs(int number) => authorOf(number) is { } author && Is(author);
    }
}
