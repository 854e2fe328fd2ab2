using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;

namespace Realtime.Server.Commenting;

/// <summary>
/// How words get into a thread, the same over HTTP and on the hub: their form is checked, they are screened, it is found out whom they address, and the thread
/// decides. Outages are refusals too.
/// </summary>
internal sealed class CommentPosting(ThreadWriting writing, IThreadReplicas replicas, CommentBodies bodies, Quotes quotes, CommentScreening screening)
{
    public async Task<Answer<PostedComment>> PostAsync(Actor actor, ThreadKey thread, PostRequest request, CancellationToken cancellation)
    {
        if (!ClientIds.IsValid(request.ClientCommentId)) return RefusalCode.ClientIdInvalid;
        var body = bodies.Read(request.Body);
        if (body.Refusal is { } wrongBody) return wrongBody;
        try
        {
            var written = await WriteAsync(actor, await replicas.OpenAsync(thread, cancellation), request, body.Value!, cancellation);
            return written.Value is { } command ? await PostAsync(thread, command, cancellation) : written.Refusal!;
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }

    public async Task<Answer<ChangedComment>> EditAsync(Actor actor, ThreadKey thread, int number, EditRequest request, CancellationToken cancellation)
    {
        if (request.Revision is not { } revision) return RefusalCode.RequestMalformed;
        if (request.ClientEditId is not null && !ClientIds.IsValid(request.ClientEditId)) return RefusalCode.ClientIdInvalid;
        var body = bodies.Read(request.Body);
        if (body.Refusal is { } wrongBody) return wrongBody;
        var edit = new EditComment { Actor = actor, Number = number, Revision = revision, Body = body.Value!, ClientEditId = request.ClientEditId };
        try
        {
            var written = await WriteAsync(edit, await replicas.OpenAsync(thread, cancellation), request.Warned is true, cancellation);
            return written.Value is { } command ? await writing.ChangeCommentAsync(thread, command, cancellation) : written.Refusal!;
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }

    private async Task<Answer<PostComment>> WriteAsync(Actor actor, IThreadReplica thread, PostRequest request, CommentBody body, CancellationToken cancellation)
    {
        var quote = await QuoteAsync(actor, thread, request.Quote, cancellation);
        if (quote is { Refusal: { } wrongQuote }) return wrongQuote;
        var screened = await screening.JudgeAsync(SubmissionOf(actor, thread, request, body), cancellation);
        if (screened.Value is not { } outcome) return screened.Refusal!;
        var (addressee, mentions) = Addressed.By(actor, body, thread);
        return new PostComment
        {
            Actor = actor,
            ClientCommentId = request.ClientCommentId!,
            Body = body,
            ReplyTo = request.ReplyTo,
            Quote = quote?.Value,
            Findings = outcome.Findings,
            Tags = outcome.Tags,
            Badges = ShownBadges.Of(actor),
            Addressee = addressee,
            Mentions = mentions,
        };
    }

    private static Submission SubmissionOf(Actor actor, IThreadReplica thread, PostRequest request, CommentBody body) => new()
    {
        Actor = actor,
        Thread = thread,
        Body = body,
        ReplyTo = request.ReplyTo,
        WasWarned = request.Warned is true,
        IsRepetition = () => thread.People.FindPosted(actor.Id, request.ClientCommentId!) is not null,
    };

    private async Task<Answer<EditComment>> WriteAsync(EditComment edit, IThreadReplica thread, bool wasWarned, CancellationToken cancellation)
    {
        var screened = await ScreenAsync(edit, thread, wasWarned, cancellation);
        if (screened.Value is not { } outcome) return screened.Refusal!;
        var (addressee, mentions) = Addressed.By(edit.Actor, edit.Body, thread);
        return edit with { Findings = outcome.Findings, Tags = outcome.Tags, Addressee = addressee, Mentions = mentions };
    }

    private async Task<Answer<ScreeningOutcome>> ScreenAsync(EditComment edit, IThreadReplica thread, bool wasWarned, CancellationToken cancellation)
    {
        // Where the thread is going to refuse for certain, or somebody of the house writes, nothing is to be screened.
        if (thread.Facts(edit.Number) is not { } facts || facts.AuthorId != edit.Actor.Id || facts.Revision > edit.Revision) return ScreeningOutcome.Clean;
        return await screening.JudgeAsync(new Submission
        {
            Actor = edit.Actor,
            Thread = thread,
            Body = edit.Body,
            ReplyTo = facts.ReplyTo,
            WasWarned = wasWarned,
            Edited = new WrittenComment(edit.Number, facts.CreatedAt),
            IsRepetition = () => edit.ClientEditId is { } id && thread.Facts(edit.Number)?.LastEditId == id,
        }, cancellation);
    }

    private async Task<Answer<PostedComment>> PostAsync(ThreadKey thread, PostComment command, CancellationToken cancellation)
    {
        var outcome = await writing.ExecuteAsync(thread, command, cancellation);
        if (outcome.Refusal is { } refusal) return refusal;
        // Whom it addresses is shown by what readers have seen of them, which the thread's copy knows.
        if (!outcome.Repeated && command is { Addressee: null, Mentions.Count: 0 })
            return new PostedComment { Comment = NewComment.View(command, outcome), Position = outcome.Position.ToString() };
        var seen = await writing.ViewAsync(command.Actor, thread, outcome, cancellation);
        return seen.Refusal is { } unread
            ? unread
            : new PostedComment { Comment = seen.Value!.Comment, Position = seen.Value.Position, Repeated = outcome.Repeated };
    }

    private async Task<Answer<Quote>?> QuoteAsync(Actor actor, IThreadReplica thread, QuoteRequest? request, CancellationToken cancellation)
    {
        if (request is null) return null;
        if (request is not { Number: { } number, Revision: { } revision, Text: { } text }) return RefusalCode.RequestMalformed;
        var quote = await quotes.ReadAsync(thread, actor.Id, new Quote(number, revision, text), cancellation);
        // The source was taken away. The thread will say the same, unless this is the repetition of a post that came before.
        return quote.Refusal is { Code: RefusalCode.QuoteRemoved } ? new Quote(number, revision, "") : quote;
    }
}
