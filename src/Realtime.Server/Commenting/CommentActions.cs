using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reactions;
using Realtime.Server.Refusals;
using Realtime.Server.Reports;

namespace Realtime.Server.Commenting;

/// <summary>What people do to a thread besides writing, the same over HTTP and on the hub: check the form, give the command, answer. Outages are refusals too.</summary>
internal sealed class CommentActions(ThreadWriting writing, ReportReading reports)
{
    public Task<Answer<ChangedThread>> RemoveAsync(Actor actor, ThreadKey thread, int number, CancellationToken cancellation) =>
        writing.ChangeAsync(thread, new RemoveComment { Actor = actor, Number = number }, cancellation);

    public Task<Answer<ChangedThread>> ReactAsync(
        Actor actor, ThreadKey thread, int number, string? kind, bool on, CancellationToken cancellation) =>
        writing.ChangeAsync(thread, new SetReaction { Actor = actor, Number = number, Kind = kind ?? "", On = on }, cancellation);

    public async Task<Answer<ChangedThread>> ReportAsync(
        Actor actor, ThreadKey thread, int number, ReportRequest request, CancellationToken cancellation)
    {
        var read = await reports.ReadAsync(actor, thread.Site, number, request, cancellation);
        return read.Value is { } report ? await writing.ChangeAsync(thread, report, cancellation) : read.Refusal!;
    }

    public Task<Answer<ChangedThread>> DescribeAsync(Actor actor, ThreadKey thread, Article article, CancellationToken cancellation) =>
        writing.ChangeAsync(thread, new DescribeArticle { Actor = actor, Article = article }, cancellation);

    public Task<Answer<ChangedThread>> CloseAsync(Actor actor, ThreadKey thread, CancellationToken cancellation) =>
        writing.ChangeAsync(thread, new CloseThread { Actor = actor }, cancellation);

    public Task<Answer<ChangedThread>> ReopenAsync(Actor actor, ThreadKey thread, CancellationToken cancellation) =>
        writing.ChangeAsync(thread, new ReopenThread { Actor = actor }, cancellation);

    public Task<Answer<ChangedThread>> ScheduleCloseAsync(Actor actor, ThreadKey thread, DateTimeOffset? closesAt, CancellationToken cancellation) =>
        writing.ChangeAsync(thread, new ScheduleClose { Actor = actor, ClosesAt = closesAt }, cancellation);
}
