using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Sites;
using Realtime.Grains.Replicas;
using Realtime.Server.Sites;

namespace Realtime.Server.Desk;

/// <summary>What is known of queued comments and their authors beside the items, read from the threads' copies and the histories.</summary>
internal sealed class ItemContexts(IThreadReplicas replicas, ServedSites sites, IPeople people, TimeProvider time)
{
    private const int MostAncestors = 5, MostHistory = 100;

    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<QueueItemView>> AddAsync(Actor actor, SiteId site, IReadOnlyList<QueueItemView> items, CancellationToken cancellation)
    {
        var authors = items.Select(item => new UserId(item.Author.Id)).Distinct().ToList();
        var summaries = await Task.WhenAll(authors.Select(author => SummarizeAsync(site, author, cancellation)));
        var known = authors.Zip(summaries).ToDictionary(pair => pair.First.Value, pair => pair.Second);
        return await Task.WhenAll(items.Select(item => AddAsync(actor, site, item, known[item.Author.Id], cancellation)));
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

    private async Task<QueueItemView> AddAsync(Actor actor, SiteId site, QueueItemView item, AuthorSummary person, CancellationToken cancellation)
    {
        var thread = await replicas.OpenAsync(new ThreadKey(site, new ArticleId(item.Article)), cancellation);
        if (await thread.CommentAsync(item.Number, Viewer.Of(actor), cancellation) is not { } found) return item;
        var words = await thread.WordsAsync(item.Number, found.Comment.Revision, cancellation);
        var reports = await thread.ReportsAsync(item.Number, cancellation);
        return item with
        {
            Context = new ItemContext
            {
                Comment = found.Comment with { Text = words?.Body.Text },
                Ancestors = [.. found.Ancestors.TakeLast(MostAncestors)],
                MoreAncestors = found.MoreAncestors || found.Ancestors.Count > MostAncestors,
                Reports = [.. reports.Select(Of)],
                Person = person,
            },
        };
    }

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
