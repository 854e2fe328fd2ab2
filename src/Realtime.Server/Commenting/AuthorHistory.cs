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
    /// <summary>Comments of one person that are looked at. Who has written more is no stranger.</summary>
    private const int MostComments = 200;

    /// <summary>Comments whose words are read: each may be of a thread that this host has not open.</summary>
    private const int MostTexts = 8;

    /// <summary>How far back it is told against somebody that their comments were rejected.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<AuthorFacts> ReadAsync(Submission submission, ScreeningPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var actor = submission.Actor;
        if (actor.IsOfTheHouse) return new AuthorFacts { IsTrusted = true };
        var history = await people.HistoryAsync(submission.Thread.Key.Site, actor.Id, MostComments, cancellation);
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
        var recent = Written(submission, history).Where(comment => comment.At >= since).OrderByDescending(comment => comment.At).Take(MostComments);
        return await Task.WhenAll(recent.Select(async (comment, i) => new RecentComment(
            readsTexts && i < MostTexts && comment.At >= textsSince ? await TextAsync(comment.Thread, comment.Number, cancellation) : "", comment.At)));
    }

    /// <summary>In this thread and in others. An edit is compared with what came before the comment: it repeats neither itself nor what came after.</summary>
    private static IEnumerable<(ThreadKey Thread, int Number, DateTimeOffset At)> Written(Submission submission, IReadOnlyList<PersonComment> history)
    {
        var thread = submission.Thread.Key;
        var here = submission.Thread.People.NewestOf(submission.Actor.Id, MostComments).Select(comment => (thread, comment.Number, comment.At));
        var elsewhere = history.Where(comment => comment.Thread != thread).Select(comment => (comment.Thread, comment.Number, comment.At));
        var all = here.Concat(elsewhere);
        return submission.Edited is { } edited ? all.Where(comment => comment.At < edited.At) : all;
    }

    /// <summary>What somebody has taken away they may say again, better.</summary>
    private async Task<string> TextAsync(ThreadKey thread, int number, CancellationToken cancellation)
    {
        var replica = await replicas.OpenAsync(thread, cancellation);
        return replica.Facts(number) is { Status: not CommentStatus.Removed } facts && await replica.WordsAsync(number, facts.Revision, cancellation) is { } words ? words.Body.Text : "";
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
