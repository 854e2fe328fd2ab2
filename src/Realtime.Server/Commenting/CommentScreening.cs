using Microsoft.Extensions.Options;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;
using Realtime.Server.Screening;
using Realtime.Server.Sites;

namespace Realtime.Server.Commenting;

/// <summary>
/// What is found out about words before the thread decides: whether their author may write at all, and what the site's screening says. The thread asks after the
/// author's standing once more, at the moment that counts.
/// </summary>
internal sealed class CommentScreening(
    ServedSites sites, ScreeningPipeline pipeline, AuthorHistory history, IOptions<DiscussionRules> rules, IOptions<ScreeningOptions> options, TimeProvider time)
{
    /// <summary>As many names as an attack by name is looked for.</summary>
    private const int MostNames = 500;

    /// <summary>
    /// The findings to submit with the words, or why not to. What was submitted before is neither screened nor refused again: the thread answers as it did then.
    /// </summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<Answer<ScreeningOutcome>> JudgeAsync(Submission submission, CancellationToken cancellation)
    {
        if (submission.IsRepetition()) return ScreeningOutcome.Clean;
        var judged = await LookAsync(submission, cancellation);
        if (judged.Refusal is null) return judged;
        // It may have come in through another host a moment ago. Refused now, it would be there all the same, and its author be told that it is not.
        if (!await submission.Thread.RefreshAsync(cancellation)) return RefusalCode.StoreUnavailable;
        return submission.IsRepetition() ? ScreeningOutcome.Clean : judged;
    }

    private async Task<Answer<ScreeningOutcome>> LookAsync(Submission submission, CancellationToken cancellation)
    {
        var site = submission.Thread.Key.Site;
        var (here, everywhere) = (await sites.OpenAsync(site, cancellation), await sites.OpenAsync(Site.Everywhere, cancellation));
        var (house, now) = (new HouseRules(rules.Value, here.Site, everywhere.Site), time.GetUtcNow());
        if (Admission.Refuse(submission.Actor, now, house) is { } barred) return barred;
        if (!options.Value.Enabled) return ScreeningOutcome.Clean;
        var policy = house.Site.Screening;
        var author = await history.ReadAsync(submission, policy, now, cancellation);
        var outcome = await pipeline.ScreenAsync(site, SubjectOf(submission, author, now), cancellation);
        return RefusalOf(outcome, policy) is { } refusal ? refusal : outcome;
    }

    private static ScreeningSubject SubjectOf(Submission submission, AuthorFacts author, DateTimeOffset now) => new()
    {
        Text = submission.Body.Text,
        At = now,
        Author = author,
        Thread = new ThreadFacts { Participants = submission.Thread.People.Names(MostNames), IsReply = submission.ReplyTo is not null },
        WasWarned = submission.WasWarned,
        Key = submission.Thread.Key,
        AuthorId = submission.Actor.Id,
        AuthorName = submission.Actor.Name,
        Number = submission.Edited?.Number,
    };

    /// <summary>The author learns which rule, and where; what exactly was recognized would teach how to get around it.</summary>
    private static Refusal? RefusalOf(ScreeningOutcome outcome, ScreeningPolicy policy)
    {
        if (outcome is { Verdict: Verdict.Reject, Reason: { } reason })
        {
            var title = policy.Rules.FirstOrDefault(rule => rule.Number == reason.Rule)?.Title;
            return new Refusal(RefusalCode.CommentRefused) { Rule = reason.Rule, Spans = reason.Spans, Detail = title };
        }

        return outcome.Nudge is { } nudge ? new Refusal(RefusalCode.CommentMayBreakRule) { Rule = nudge.Rule, Spans = nudge.Spans, Detail = nudge.Title } : null;
    }
}
