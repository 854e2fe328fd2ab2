using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Screening;
using Realtime.Grains.Replicas;

namespace Realtime.Server.Commenting;

/// <summary>
/// What an author has written before. Their history on the site lags by the fraction of a second that it takes to be told; what they wrote in the same thread is
/// known at once, so that a burst there is seen as one.
/// </summary>
internal sealed class AuthorHistory(IPeople people, IThreadReplicas replicas)
{
    /// <summary>Comments of one person that are looked at, unless the site's limits count further.</summary>
    private const int UsualComments = 100, MostComments = 2_000;

    /// <summary>Comments whose words are read: each may be of a thread that this host has not open.</summary>
    private const int MostTexts = 8;

    /// <summary>How far back it is told against somebody that their comments were rejected.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<AuthorFacts> ReadAsync(Submission submission, ScreeningPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var actor = submission.Actor;
        if (actor.IsOfTheHouse) return new AuthorFacts { IsTrusted = true };
        var history = await people.HistoryAsync(submission.Thread.Key.Site, actor.Id, MostFor(policy.Limits), cancellation);
        int Count(CommentStatus status, DateTimeOffset since) => history.Count(comment => comment.Status == status && comment.At >= since);
        return new AuthorFacts
        {
            KnownSince = actor.Id.IsGuest || history.Count == 0 ? null : history[^1].At,
            Published = Count(CommentStatus.Published, now - Lately),
            Rejected = Count(CommentStatus.Rejected, now - Lately),
            PublishedEver = Count(CommentStatus.Published, default),
            Recent = await RecentAsync(submission, history, policy, now, cancellation),
        };
    }

    private async Task<IReadOnlyList<RecentComment>> RecentAsync(
        Submission submission, IReadOnlyList<PersonComment> history, ScreeningPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var (since, textsSince) = (now - Longer(policy.Limits.FloodWithin, policy.Limits.RepeatWithin), now - policy.Limits.RepeatWithin);
        var readsTexts = policy.Steps.Any(step => step is { On: true, Step: StepNames.Repeats });
        var most = MostFor(policy.Limits);
        var recent = Written(submission, history, most).Where(comment => comment.At >= since).OrderByDescending(comment => comment.At).Take(most);
        return await Task.WhenAll(recent.Select(async (comment, i) => new RecentComment(
            readsTexts && i < MostTexts && comment.At >= textsSince ? await TextAsync(comment.Thread, comment.Number, cancellation) : "", comment.At)));
    }

    /// <summary>In this thread and in others. An edit is compared with what came before the comment: it repeats neither itself nor what came after.</summary>
    private static IEnumerable<(ThreadKey Thread, int Number, DateTimeOffset At)> Written(Submission submission, IReadOnlyList<PersonComment> history, int most)
    {
        var thread = submission.Thread.Key;
        var here = submission.Thread.People.NewestOf(submission.Actor.Id, most).Select(comment => (thread, comment.Number, comment.At));
        var elsewhere = history.Where(comment => comment.Thread != thread).Select(comment => (comment.Thread, comment.Number, comment.At));
        var all = here.Concat(elsewhere);
        return submission.Edited is { } edited ? all.Where(comment => comment.At < edited.At) : all;
    }

    /// <summary>What somebody has taken away they may say again, better.</summary>
    private async Task<string> TextAsync(ThreadKey thread, int number, CancellationToken cancellation)
    {
        var replica = await replicas.OpenAsync(thread, cancellation);
        if (replica.Facts(number) is not { Status: not CommentStatus.Removed } facts) return "";
        return (await replica.WordsAsync(number, facts.Revision, cancellation))?.Body.Text ?? "";
    }

    /// <summary>Some of them were rejected: to find so many that were published takes more.</summary>
    private static int MostFor(ScreeningLimits limits) =>
        (int)Math.Clamp(Math.Max(2L * limits.NewUntilPublished, Math.Max(limits.FloodComments, limits.RejectedFromComments)), UsualComments, MostComments);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
