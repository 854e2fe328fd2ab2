using Realtime.Discussion.Articles;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Grains.Threads;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;

namespace Realtime.Server.Commenting;

/// <summary>
/// What people do to a thread, the same over HTTP and on the hub: check the form, give the command, answer. Outages are refusals too. A change that
/// has been answered is in every read from this host that begins afterwards.
/// </summary>
internal sealed class CommentActions(IThreadCommands commands, IThreadReplicas replicas, CommentBodies bodies, Quotes quotes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<Answer<PostedComment>> PostAsync(Actor actor, ThreadKey thread, PostRequest request, CancellationToken cancellation)
    {
        if (!ClientIds.IsValid(request.ClientCommentId)) return RefusalCode.ClientIdInvalid;
        var body = bodies.Read(request.Body);
        if (body.Refusal is { } wrongBody) return wrongBody;
        var quote = await QuoteAsync(thread, request.Quote, cancellation);
        if (quote is { Refusal: { } wrongQuote }) return wrongQuote;

        var command = new PostComment
        {
            Actor = actor,
            ClientCommentId = request.ClientCommentId!,
            Body = body.Value!,
            ReplyTo = request.ReplyTo,
            Quote = quote?.Value,
        };
        var outcome = await ExecuteAsync(thread, command, cancellation);
        if (outcome.Refusal is { } refusal) return refusal;
        if (!outcome.Repeated) return new PostedComment { Comment = NewComment.View(command, outcome), Position = outcome.Position.ToString() };
        var original = await ViewAsync(actor, thread, outcome, cancellation);
        return original.Refusal is { } unread
            ? unread
            : new PostedComment { Comment = original.Value!.Comment, Position = original.Value.Position, Repeated = true };
    }

    public async Task<Answer<ChangedComment>> EditAsync(Actor actor, ThreadKey thread, int number, EditRequest request, CancellationToken cancellation)
    {
        if (request.Revision is not { } revision) return RefusalCode.RequestMalformed;
        if (request.ClientEditId is not null && !ClientIds.IsValid(request.ClientEditId)) return RefusalCode.ClientIdInvalid;
        var body = bodies.Read(request.Body);
        if (body.Refusal is { } wrongBody) return wrongBody;

        var command = new EditComment { Actor = actor, Number = number, Revision = revision, Body = body.Value!, ClientEditId = request.ClientEditId };
        var outcome = await ExecuteAsync(thread, command, cancellation);
        return outcome.Refusal is { } refusal ? refusal : await ViewAsync(actor, thread, outcome, cancellation);
    }

    public Task<Answer<ChangedThread>> RemoveAsync(Actor actor, ThreadKey thread, int number, CancellationToken cancellation) =>
        ChangeAsync(thread, new RemoveComment { Actor = actor, Number = number }, cancellation);

    public Task<Answer<ChangedThread>> ReactAsync(
        Actor actor, ThreadKey thread, int number, string? kind, bool on, CancellationToken cancellation) =>
        ChangeAsync(thread, new SetReaction { Actor = actor, Number = number, Kind = kind ?? "", On = on }, cancellation);

    public async Task<Answer<ChangedThread>> ReportAsync(
        Actor actor, ThreadKey thread, int number, ReportRequest request, CancellationToken cancellation)
    {
        if (request.Reason is not { } reason) return RefusalCode.RequestMalformed;
        if (ReportDetails.TryRead(request.Detail, out var detail) is { } wrong) return wrong;
        return await ChangeAsync(thread, new ReportComment { Actor = actor, Number = number, Reason = reason, Detail = detail }, cancellation);
    }

    public Task<Answer<ChangedThread>> DescribeAsync(Actor actor, ThreadKey thread, Article article, CancellationToken cancellation) =>
        ChangeAsync(thread, new DescribeArticle { Actor = actor, Article = article }, cancellation);

    public Task<Answer<ChangedThread>> CloseAsync(Actor actor, ThreadKey thread, CancellationToken cancellation) =>
        ChangeAsync(thread, new CloseThread { Actor = actor }, cancellation);

    public Task<Answer<ChangedThread>> ReopenAsync(Actor actor, ThreadKey thread, CancellationToken cancellation) =>
        ChangeAsync(thread, new ReopenThread { Actor = actor }, cancellation);

    public Task<Answer<ChangedThread>> ScheduleCloseAsync(Actor actor, ThreadKey thread, DateTimeOffset? closesAt, CancellationToken cancellation) =>
        ChangeAsync(thread, new ScheduleClose { Actor = actor, ClosesAt = closesAt }, cancellation);

    private async Task<Answer<ChangedThread>> ChangeAsync(ThreadKey thread, ThreadCommand command, CancellationToken cancellation)
    {
        var outcome = await ExecuteAsync(thread, command, cancellation);
        return outcome.Refusal is { } refusal ? refusal : new ChangedThread { Position = outcome.Position.ToString() };
    }

    /// <summary>
    /// Answers when this host's readers can see the change, so that whoever is answered finds it. A host that lags does not hold the answer up.
    /// </summary>
    private async Task<CommandOutcome> ExecuteAsync(ThreadKey thread, ThreadCommand command, CancellationToken cancellation)
    {
        var outcome = await commands.ExecuteAsync(thread, command);
        if (outcome.Refusal is null && replicas.Find(thread) is { } replica) await replica.ReachAsync(outcome.Position, Patience, cancellation);
        return outcome;
    }

    private async Task<Answer<Quote>?> QuoteAsync(ThreadKey thread, QuoteRequest? request, CancellationToken cancellation)
    {
        if (request is null) return null;
        if (request is not { Number: { } number, Revision: { } revision, Text: { } text }) return RefusalCode.RequestMalformed;
        try
        {
            var quote = await quotes.ReadAsync(await replicas.OpenAsync(thread, cancellation), number, revision, text, cancellation);
            // The source was taken away. The thread will say the same, unless this is the repetition of a post that came before.
            return quote.Refusal is { Code: RefusalCode.QuoteRemoved } ? new Quote(number, revision, "") : quote;
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }

    private async Task<Answer<ChangedComment>> ViewAsync(Actor actor, ThreadKey thread, CommandOutcome outcome, CancellationToken cancellation)
    {
        try
        {
            var replica = await replicas.OpenAsync(thread, cancellation);
            var reached = await replica.ReachAsync(outcome.Position, Patience, cancellation);
            var found = reached ? await replica.CommentAsync(outcome.Number, Viewer.Of(actor), cancellation) : null;
            return found is null ? RefusalCode.StoreUnavailable : new ChangedComment { Comment = found.Comment, Position = found.Position };
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }
}
