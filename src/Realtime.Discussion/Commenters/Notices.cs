using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Commenters;

/// <summary>
/// Who is told what. Pure: the same facts always make the same notices. Of a comment that readers do not see, the notices say that there is nothing to tell,
/// so that what a moderator takes away leaves the inboxes as well.
/// </summary>
public static class Notices
{
    /// <summary>A comment that names more people tells only the first of them: nobody may ring every bell at once.</summary>
    public const int MostMentions = 20;

    public static IEnumerable<Notice> From(ArticleFacts facts) =>
        facts.Comments.SelectMany(fact => OfComment(facts, fact).Concat(OfRuling(facts, fact)).Concat(OfReports(facts, fact))).Where(notice => IsSomebody(notice.To));

    /// <summary>Whoever has been erased has no inbox, nor has what the program does by itself.</summary>
    private static bool IsSomebody(UserId user) => user.Value.Length > 0 && !user.Value.StartsWith("realtime:", StringComparison.Ordinal);

    /// <summary>What a person is told of a sanction; null for the kinds that are not told, and of one that has outlived the person's erasure, which has no reason left.</summary>
    /// <param name="site">The site that imposed it, <see cref="Site.Everywhere"/> among them.</param>
    /// <param name="user">Who.</param>
    /// <param name="sanction">What.</param>
    /// <param name="through">The site's position.</param>
    public static Notice? Of(SiteId site, UserId user, Sanction sanction, ThreadPosition through) =>
        KindOf(sanction.Kind) is not { } kind || sanction.Reason.Length == 0 ? null : new Notice(user, new InboxItem
        {
            Key = $"sanction:{site}#{sanction.Id}",
            Through = through,
            Kind = kind,
            At = sanction.At,
            Reason = sanction.Reason,
            Until = sanction.Until,
        });

    /// <summary>One notice for each person, whatever number of reasons there are for it: an answer first, then being addressed, then being named.</summary>
    private static IEnumerable<Notice> OfComment(ArticleFacts facts, CommentFact fact)
    {
        var told = new HashSet<UserId> { fact.Author.Id };
        if (fact.ReplyToAuthor is { } parent && told.Add(parent)) yield return Of(facts, fact, parent, InboxKind.Reply);
        if (fact.Addressee is { } addressee && told.Add(addressee)) yield return Of(facts, fact, addressee, InboxKind.Addressed);
        foreach (var mentioned in fact.Mentions.Take(MostMentions).Where(told.Add)) yield return Of(facts, fact, mentioned, InboxKind.Mention);
    }

    private static Notice Of(ArticleFacts facts, CommentFact fact, UserId to, InboxKind kind)
    {
        var item = About("comment", facts, fact, kind, fact.At);
        return new Notice(to, fact.IsPublished ? item with { From = fact.Author, ReplyTo = fact.ReplyTo } : item with { IsWithdrawn = true });
    }

    /// <summary>The author is told of what changed for them: not that a comment which everybody saw may go on being seen.</summary>
    private static IEnumerable<Notice> OfRuling(ArticleFacts facts, CommentFact fact)
    {
        if (fact.Ruling is not { } ruling || KindOf(ruling) is not { } kind || ruling.By.Id == fact.Author.Id) yield break;
        var item = About("ruling", facts, fact, kind, ruling.At);
        var stands = ruling.Kind != RulingKind.Held && fact.Status == (ruling.Kind == RulingKind.Approved ? CommentStatus.Published : CommentStatus.Rejected);
        yield return new Notice(fact.Author.Id, stands
            ? item with { Reason = ruling.Reason, Rule = ruling.Rule, Note = ruling.Note }
            : item with { IsWithdrawn = true });
    }

    private static IEnumerable<Notice> OfReports(ArticleFacts facts, CommentFact fact)
    {
        if (fact.Ruling is not { Kind: not RulingKind.Held } ruling) yield break;
        var kind = ruling.Kind == RulingKind.Rejected ? InboxKind.ReportUpheld : InboxKind.ReportGroundless;
        foreach (var reporter in fact.AnsweredReporters.Where(reporter => reporter != fact.Author.Id))
            yield return new Notice(reporter, About("report", facts, fact, kind, ruling.At) with { Reason = ruling.Reason, Rule = ruling.Rule });
    }

    private static InboxItem About(string what, ArticleFacts facts, CommentFact fact, InboxKind kind, DateTimeOffset at) => new()
    {
        Key = $"{what}:{facts.Thread.Article}#{fact.Number}",
        Through = facts.Position,
        Kind = kind,
        At = at,
        Article = facts.Thread.Article,
        Title = facts.Title,
        Number = fact.Number,
    };

    private static InboxKind? KindOf(Ruling ruling) => ruling switch
    {
        { Kind: RulingKind.Rejected, AnswersAppeal: true } => InboxKind.AppealDenied,
        { Kind: RulingKind.Approved, AnswersAppeal: true } => InboxKind.AppealGranted,
        { Kind: RulingKind.Rejected } => InboxKind.Rejected,
        { Kind: RulingKind.Held } or { Before: not CommentStatus.Published } => InboxKind.Approved,
        _ => null,
    };

    private static InboxKind? KindOf(SanctionKind kind) => kind switch
    {
        SanctionKind.Warn => InboxKind.Warned,
        SanctionKind.Suspend => InboxKind.Suspended,
        SanctionKind.Ban => InboxKind.Banned,
        _ => null,
    };
}
