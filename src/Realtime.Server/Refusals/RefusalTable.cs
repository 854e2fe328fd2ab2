using Realtime.Discussion.Threads;

namespace Realtime.Server.Refusals;

/// <summary>How a refusal is told: the stable code, the HTTP status, a sentence for people, and when a retry is worth it.</summary>
internal sealed record RefusalEntry(string Code, int Status, string Title, TimeSpan? RetryAfter = null)
{
    /// <summary>How long from now on a retry is not worth it; null when it never is.</summary>
    public TimeSpan? WaitFor(Refusal? refusal, DateTimeOffset now) => refusal?.Until is { } until ? TimeSpan.FromTicks(Math.Max(0, (until - now).Ticks)) : RetryAfter;
}

/// <summary>The one table of refusals, for HTTP and hub alike.</summary>
internal static class RefusalTable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<RefusalCode, RefusalEntry> Entries = new()
    {
        [RefusalCode.ArticleUnknown] = new("article_unknown", 404, "The publisher has not registered this article."),
        [RefusalCode.ThreadClosed] = new("thread_closed", 409, "The discussion of this article is closed."),
        [RefusalCode.CommentUnknown] = new("comment_unknown", 404, "The thread has no comment with this number."),
        [RefusalCode.CommentRemoved] = new("comment_removed", 410, "The comment has been removed."),
        [RefusalCode.CommentEmpty] = new("comment_empty", 422, "The comment says nothing."),
        [RefusalCode.CommentTooLong] = new("comment_too_long", 422, "The comment is too long."),
        [RefusalCode.CommentMalformed] = new("comment_malformed", 422, "The comment has characters that are not allowed: control characters or broken Unicode."),
        [RefusalCode.ParentUnknown] = new("parent_unknown", 422, "The comment to be answered does not exist."),
        [RefusalCode.ParentRemoved] = new("parent_removed", 409, "The comment to be answered has been removed."),
        [RefusalCode.QuoteUnknown] = new("quote_unknown", 422, "The quoted comment or revision does not exist."),
        [RefusalCode.QuoteRemoved] = new("quote_removed", 409, "The quoted comment has been removed."),
        [RefusalCode.QuoteNotInSource] = new("quote_not_in_source", 422, "The quoted passage does not stand in the quoted comment."),
        [RefusalCode.EditWindowClosed] = new("edit_window_closed", 409, "The time for editing this comment is over."),
        [RefusalCode.NotYours] = new("not_yours", 403, "Only its author may do this to a comment."),
        [RefusalCode.NotAllowed] = new("not_allowed", 403, "Your role does not allow this."),
        [RefusalCode.StaleRevision] = new("stale_revision", 409, "The comment has been changed meanwhile."),
        [RefusalCode.ReactionUnknown] = new("reaction_unknown", 422, "This kind of reaction is not on offer."),
        [RefusalCode.ThreadBusy] = new("thread_busy", 503, "The thread has more to do than it can; try again with the same client id.", Soon),
        [RefusalCode.StoreUnavailable] = new("store_unavailable", 503, "The store does not answer; try again with the same client id.", Soon),
        [RefusalCode.SiteInvalid] = new("site_invalid", 400, "A site id has 1 to 64 letters, digits and . _ ~ -, and begins with a letter or digit."),
        [RefusalCode.ArticleInvalid] = new("article_invalid", 400, "An article id has 1 to 128 letters, digits and . _ ~ : @ -, and begins with a letter or digit."),
        [RefusalCode.PositionInvalid] = new("position_invalid", 400, "This is not a position that the server has given out."),
        [RefusalCode.CursorInvalid] = new("cursor_invalid", 400, "This is not a cursor that the server has given out for this sort order."),
        [RefusalCode.RequestMalformed] = new("request_malformed", 400, "The request does not have the form that is documented."),
        [RefusalCode.RequestTooLarge] = new("request_too_large", 413, "The request is too large."),
        [RefusalCode.RateLimited] = new("rate_limited", 429, "Too many requests; wait a moment.", Soon),
        [RefusalCode.SignInRequired] = new("sign_in_required", 401, "Sign in first."),
        [RefusalCode.ClientIdInvalid] = new("client_id_invalid", 400, "A client id has 1 to 64 visible ASCII characters."),
        [RefusalCode.TooManyWatches] = new("too_many_watches", 409, "This connection watches as many threads as it may."),
        [RefusalCode.ReportReasonUnknown] = new("report_reason_unknown", 422, "This reason for a report is not on offer."),
        [RefusalCode.AlreadyDecided] = new("already_decided", 409, "Another moderator has decided this meanwhile."),
        [RefusalCode.DecisionUnknown] = new("decision_unknown", 422, "There is no such decision."),
        [RefusalCode.DecisionReasonUnknown] = new("decision_reason_unknown", 422, "There is no such reason for a decision."),
        [RefusalCode.DecisionImpossible] = new("decision_impossible", 409, "This cannot be decided about the comment as it is now."),
        [RefusalCode.Banned] = new("banned", 403, "You have been banned from commenting here."),
        [RefusalCode.Suspended] = new("suspended", 403, "You have been suspended from commenting here for a time."),
        [RefusalCode.WarningUnacknowledged] = new("warning_unacknowledged", 403, "A moderator has warned you; acknowledge the warning before you write."),
        [RefusalCode.SlowMode] = new("slow_mode", 429, "Comments in this discussion must be further apart; wait a little."),
        [RefusalCode.CommentRefused] = new("comment_refused", 422, "The discussion policy does not permit this comment."),
        [RefusalCode.CommentMayBreakRule] = new("comment_may_break_rule", 422, "This may break a rule of the discussion policy; rewrite it, or submit it again as it is."),
        [RefusalCode.SiteLocked] = new("site_locked", 409, "Commenting is switched off on this site for the moment."),
        [RefusalCode.GuestsNotAllowed] = new("guests_not_allowed", 403, "This site takes comments from people who have signed in only."),
        [RefusalCode.NameInvalid] = new("name_invalid", 422, "A name has 1 to 64 characters that show."),
        [RefusalCode.NameTaken] = new("name_taken", 409, "This name, or one that looks like it, belongs to somebody else."),
        [RefusalCode.SettingsInvalid] = new("settings_invalid", 422, "The settings contradict themselves or are out of range."),
        [RefusalCode.PolicyInvalid] = new("policy_invalid", 422, "The policy has a mistake."),
        [RefusalCode.WordsInvalid] = new("words_invalid", 422, "The word lists have a mistake."),
        [RefusalCode.RoleUnknown] = new("role_unknown", 422, "There is no such role."),
        [RefusalCode.SanctionInvalid] = new("sanction_invalid", 422, "The sanction has a mistake."),
        [RefusalCode.SanctionUnknown] = new("sanction_unknown", 404, "There is no such sanction in force."),
        [RefusalCode.SecretInvalid] = new("secret_invalid", 422, "The secret has a mistake."),
        [RefusalCode.SecretUnknown] = new("secret_unknown", 404, "There is no such secret."),
        [RefusalCode.SecretsUnavailable] = new("secrets_unavailable", 409, "The server has no key to keep secrets with; its operator must set Secrets:Key."),
        [RefusalCode.PersonUnknown] = new("person_unknown", 404, "Nobody of this id has been here."),
        [RefusalCode.ClaimedByAnother] = new("claimed_by_another", 409, "Another moderator is looking at this."),
        [RefusalCode.ProjectionUnknown] = new("projection_unknown", 404, "There is no such projection."),
        [RefusalCode.TimeInvalid] = new("time_invalid", 400, "A time is given as in 2026-11-24T10:00:00Z."),
        [RefusalCode.DryRunUnknown] = new("dry_run_unknown", 404, "This server knows of no such dry run: ask the one that began it, within an hour."),
        [RefusalCode.DryRunUnderWay] = new("dry_run_under_way", 409, "A dry run of this site is under way; wait until it is done.", Soon),
    };

    public static RefusalEntry TokenInvalid { get; } = new("token_invalid", 401, "The sign-in token is not valid, or no longer.");

    public static RefusalEntry EmbedMissing { get; } =
        new("embed_missing", 404, "This server was built without the embed: install Node 20 or newer where it is built, and build it again.");

    public static RefusalEntry InternalError { get; } = new("internal_error", 500, "The server has made a mistake; it is in its log.");

    private static readonly Dictionary<int, RefusalEntry> ByStatus = new()
    {
        [401] = Of(RefusalCode.SignInRequired),
        [403] = Of(RefusalCode.NotAllowed),
        [404] = new("not_found", 404, "There is nothing at this address."),
        [405] = new("method_not_allowed", 405, "This address does not take this method."),
        [413] = Of(RefusalCode.RequestTooLarge),
        [415] = new("media_type_unsupported", 415, "The request must be JSON, with Content-Type application/json."),
        [429] = Of(RefusalCode.RateLimited),
    };

    public static RefusalEntry Of(RefusalCode code) => Entries[code];

    /// <summary>The entry for a request that the framework refused by itself, with nothing but a status.</summary>
    public static RefusalEntry OfStatus(int status) =>
        ByStatus.TryGetValue(status, out var entry) ? entry
        : status < 500 ? Of(RefusalCode.RequestMalformed) with { Status = status }
        : InternalError with { Status = status };
}
