using Realtime.Discussion.Appeals;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Privacy;

namespace Realtime.Discussion.Threads;

/// <summary>What moderators do to a thread.</summary>
public sealed partial class ArticleThread
{
    private void Apply(CommentDecided decided)
    {
        if (Find(decided.Number) is not { } comment) return;
        if (!Decisions.Marks.Contains(decided.Decision)) Judge(comment, decided);
        else if (comment.IsPublished) Mark(comment, decided.Decision);
    }

    private void Judge(Comment comment, CommentDecided decided)
    {
        if (!comment.Stands && comment.Status != CommentStatus.Rejected) return;
        comment.Judgement = new Judgement(decided.Decision, Intern(decided.By, decided.Name), decided.At, decided.Revision, (comment.Judgement?.Count ?? 0) + 1)
        {
            Reason = decided.Reason,
            Rule = decided.Rule,
            Note = decided.Note,
            Before = comment.Status,
            AnswersAppeal = comment.AppealedAt is not null,
        };
        comment.AppealedAt = null;
        if (decided.Status is { } status) Turn(comment, StatusNames.Read(status));
    }

    private void Apply(RejectionAppealed appealed)
    {
        if (Find(appealed.Number) is { Status: CommentStatus.Rejected } comment) comment.AppealedAt = appealed.At;
    }

    private void Mark(Comment comment, string mark)
    {
        switch (mark)
        {
            case Decisions.Feature or Decisions.Unfeature: comment.IsFeatured = mark == Decisions.Feature; break;
            case Decisions.Unpin: _pinned.Remove(comment.Number); break;
            case Decisions.Pin when !_pinned.Contains(comment.Number): _pinned.Add(comment.Number); break;
        }

        _touched.Add(comment.Number);
    }

    private void Apply(CommentsMoved moved)
    {
        foreach (var comment in moved.Numbers.Select(Find).OfType<Comment>().Where(comment => comment.Stands).ToList())
        {
            comment.MovedTo = moved.To;
            Turn(comment, CommentStatus.Moved);
        }

        if (Find(moved.Number) is { Status: CommentStatus.Moved } top)
            top.Judgement = new Judgement(Decisions.Move, Intern(moved.By, moved.Name), moved.At, top.Revision, (top.Judgement?.Count ?? 0) + 1);
    }

    private void Apply(CommentReceived received)
    {
        if (!IsFree(received.Number) || FindReceived(received.From, received.FromNumber) is not null) return;
        Enter(new Comment(received.Number, Intern(received.Author, received.Name), received.CreatedAt, StatusNames.Read(received.Status))
        {
            Origin = new Origin(received.From, received.FromNumber),
            Badges = received.Badges ?? [],
            ReplyTo = Before(received.ReplyTo, received.Number),
            QuoteOf = Before(received.Quote?.Number, received.Number) ?? 0,
            QuoteRevision = Before(received.Quote?.Number, received.Number) is null ? 0 : received.Quote!.Revision,
            PostedAt = Sequence,
            BodyAt = Sequence,
        });
    }

    /// <summary>
    /// All comments are looked at, not those that the event names: in a damaged journal it may name others. While the journal is being rewritten, and after a crash
    /// then, some of the entries before have the person's own id and some already the other.
    /// </summary>
    private void Apply(PersonErased erased)
    {
        Erase(erased.User, erased.As);
        if (erased.User != erased.As) Erase(erased.As, erased.As);
    }

    private void Erase(UserId user, UserId known)
    {
        _index.Forget(user, [.. CommentsOf(user).Select(Find).OfType<Comment>()]);
        foreach (var name in _authors.Keys.Where(author => author.Item1 == user).ToList()) _authors.Remove(name);
        foreach (var comment in _comments)
        {
            comment.Anonymize(user, known);
            if (comment.Judgement is { } judgement && judgement.By.Id == user) comment.Judgement = judgement with { By = Intern(known, ""), Note = null };
            Forget(comment, user);
            if (comment.Author.Id == user) Erase(comment);
        }
    }

    private void Erase(Comment comment)
    {
        (comment.Author, comment.ClientCommentId, comment.LastEditId, comment.EditedBy) = (Nobody, "", null, null);
        (comment.Badges, comment.Addressing, comment.Judgement, comment.AppealedAt) = ([], Comments.Addressing.Nobody, null, null);
        Turn(comment, CommentStatus.Erased);
    }

    private void Forget(Comment comment, UserId user)
    {
        var (kinds, addressing) = (comment.Reactions.Of(user), comment.Addressing.Without(user));
        if (kinds.Count == 0 && addressing == comment.Addressing) return;
        foreach (var kind in kinds) comment.Reactions.Set(kind, user, on: false);
        comment.Addressing = addressing;
        _touched.Add(comment.Number);
    }
}
