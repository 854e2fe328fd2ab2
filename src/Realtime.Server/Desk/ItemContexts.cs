using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Sites;
using Realtime.Grains.Replicas;
using Realtime.Server.Bodies;
using Realtime.Server.Sites;

namespace Realtime.Server.Desk;

/// <summary>What is known of queued comments and their authors beside the items, read from the threads' copies and the histories.</summary>
internal sealed class ItemContexts(IThreadReplicas replicas, ServedSites sites, IPeople people, TimeProvider time)
{
    private const int MostAncestors = 5, MostHistory = 100;

    /// <summary>The items with the beginnings of what they say: a page costs the same however long its comments are.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<QueueItemView>> ExcerptAsync(SiteId site, IReadOnlyList<QueueItemView> items, CancellationToken cancellation) =>
        await Task.WhenAll(items.Select(item => ExcerptAsync(site, item, cancellation)));

    /// <summary>The item with all that is known of it; null when moderators know of no such comment.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<QueueItemView?> WholeAsync(Actor actor, SiteId site, QueueKey key, QueueItemView? waiting, CancellationToken cancellation)
    {
        var thread = await replicas.OpenAsync(new ThreadKey(site, key.Article), cancellation);
        if (await thread.CommentAsync(key.Number, Viewer.Of(actor), cancellation) is not { } found) return null;
        if (await thread.FactAsync(key.Number, cancellation) is not { Comments: [var fact, ..] } facts) return null;
        var item = waiting ?? QueueViews.Settled(facts, fact);
        var words = found.Comment.Html is null ? null : await thread.WordsAsync(key.Number, found.Comment.Revision, cancellation);
        var person = await SummarizeAsync(site, fact.Author.Id, cancellation);
        return item with { Excerpt = ExcerptOf(words), Context = ContextOf(found, words, await thread.ReportsAsync(key.Number, cancellation), person) };
    }

    public async Task<AuthorSummary> SummarizeAsync(SiteId site, UserId person, CancellationToken cancellation)
    {
        var (here, everywhere) = (await sites.OpenAsync(site, cancellation), await sites.OpenAsync(Site.Everywhere, cancellation));
        var history = await people.HistoryAsync(site, person, MostHistory, cancellation);
        var inForce = here.Site.SanctionsOf(person).Concat(everywhere.Site.SanctionsOf(person)).Where(sanction => sanction.IsInForce(time.GetUtcNow()));
        return new AuthorSummary
        {
            Sanctions = [.. inForce.Select(sanction => WireForm.NameOf(sanction.Kind)).Distinct()],
            Comments = history.Count < MostHistory ? history.Count : await people.CountAsync(site, person, cancellation),
            Lately = history.CountBy(comment => StatusNames.Of(comment.Status)).ToDictionary(),
        };
    }

    private async Task<QueueItemView> ExcerptAsync(SiteId site, QueueItemView item, CancellationToken cancellation)
    {
        var thread = await replicas.OpenAsync(new ThreadKey(site, new ArticleId(item.Article)), cancellation);
        return item with { Excerpt = ExcerptOf(await thread.WordsAsync(item.Number, item.Revision, cancellation)) };
    }

    private static string? ExcerptOf(CommentWords? words) => words is null ? null : Excerpts.Of(HtmlText.Of(words.Body.Html));

    private static ItemContext ContextOf(CommentInContext found, CommentWords? words, IReadOnlyList<ReportInFull> reports, AuthorSummary person) => new()
    {
        Comment = found.Comment with { Text = words?.Body.Text },
        Ancestors = [.. found.Ancestors.TakeLast(MostAncestors)],
        MoreAncestors = found.MoreAncestors || found.Ancestors.Count > MostAncestors,
        Reports = [.. reports.Select(Of)],
        Person = person,
    };

    private static ReportView Of(ReportInFull full)
    {
        var notice = full.Report.Reason == IllegalContentNotice.Reason ? IllegalContentNotice.Read(full.Detail) : null;
        return new ReportView
        {
            By = full.Report.By.Value,
            At = full.Report.At.UtcDateTime,
            Reason = full.Report.Reason,
            Detail = notice is null ? full.Detail : null,
            Notice = notice is null ? null : new NoticeView { Ground = notice.Ground, Explanation = notice.Explanation, Contact = notice.Contact },
            Discounted = full.Report.IsDiscounted ? true : null,
        };
    }
}
