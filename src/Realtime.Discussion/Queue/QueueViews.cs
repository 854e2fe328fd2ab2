using System.Globalization;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>Makes what the desk is shown of the queue.</summary>
public static class QueueViews
{
    private const string NotWaiting = "none";

    private const int MostFindings = 12, MostSpans = 10, MostDetail = 200;

    public static QueueView Page(ModerationQueue queue, ThreadPosition position, QueueFilter filter, QueuePlace? behind, int limit, DateTimeOffset now)
    {
        var items = queue.Page(filter, behind, limit + 1);
        return new QueueView
        {
            Position = position.ToString(),
            Counts = Counts(queue),
            Items = [.. items.Take(limit).Select(item => Of(queue, item, now))],
            Next = items.Count > limit ? items[limit - 1].Place.ToString() : null,
        };
    }

    /// <param name="site">Whose queue it is.</param>
    /// <param name="queue">The queue after the last of the events.</param>
    /// <param name="position">The position after the last of the events.</param>
    /// <param name="events">Consecutive events.</param>
    /// <param name="now">Claims that have run out by then are not shown.</param>
    public static QueueChanged Changes(SiteId site, ModerationQueue queue, ThreadPosition position, IReadOnlyList<QueueEvent> events, DateTimeOffset now)
    {
        var keys = events.SelectMany(Touched).Distinct().ToList();
        return new QueueChanged
        {
            Site = site.Value,
            From = position.Sequence - events.Count,
            To = position.Sequence,
            Position = position.ToString(),
            Counts = Counts(queue),
            Items = [.. keys.Select(queue.Find).OfType<QueueItem>().Select(item => Of(queue, item, now))],
            Left = [.. keys.Where(key => queue.Find(key) is null).Select(key => Left(queue, key))],
        };
    }

    public static QueueCounts Counts(ModerationQueue queue) => new()
    {
        Pending = queue.CountOf(QueueState.Pending),
        Reported = queue.CountOf(QueueState.Reported),
        Appealed = queue.CountOf(QueueState.Appealed),
        New = queue.CountOf(QueueState.New),
        Urgent = queue.UrgentCount,
    };

    public static string NameOf(QueueState state) => state switch
    {
        QueueState.Pending => "pending",
        QueueState.Reported => "reported",
        QueueState.Appealed => "appealed",
        _ => "new",
    };

    /// <summary>The state of a name in a request; null when there is none of that name.</summary>
    public static QueueState? StateOf(string? name) => name switch
    {
        "pending" => QueueState.Pending,
        "reported" => QueueState.Reported,
        "appealed" => QueueState.Appealed,
        "new" => QueueState.New,
        _ => null,
    };

    public static QueueItemView Of(ModerationQueue queue, QueueItem item, DateTimeOffset now) => new()
    {
        Article = item.Article.Value,
        Title = item.Title,
        Number = item.Number,
        Revision = item.Revision,
        State = NameOf(item.State),
        Rank = NameOf(item.Rank),
        Order = string.Create(CultureInfo.InvariantCulture, $"{(int)item.Rank}{item.Since.UtcTicks:d19}{item.Number:d10}{item.Article}"),
        Since = item.Since.UtcDateTime,
        Author = Of(item.Author),
        Guest = item.Author.Id.IsGuest,
        CreatedAt = item.At.UtcDateTime,
        ReplyTo = item.ReplyTo,
        Reporters = item.Reports?.Reporters ?? 0,
        Reasons = item.Reports?.Reasons,
        Findings = item.Findings is { } findings ? Of(findings) : null,
        Tags = item.Tags,
        Claim = queue.ClaimOf(item.Key, now) is { } claim ? Of(claim) : null,
    };

    /// <summary>A comment that does not wait, in the form of one that does.</summary>
    public static QueueItemView Settled(ArticleFacts facts, CommentFact fact) => new()
    {
        Article = facts.Thread.Article.Value,
        Title = facts.Title,
        Number = fact.Number,
        Revision = fact.Revision,
        State = NotWaiting,
        Rank = NotWaiting,
        Order = "",
        Since = (fact.Ruling?.At ?? fact.EditedAt ?? fact.At).UtcDateTime,
        Author = Of(fact.Author),
        Guest = fact.IsByGuest,
        CreatedAt = fact.At.UtcDateTime,
        ReplyTo = fact.ReplyTo,
        Reporters = fact.Reports?.Reporters ?? 0,
        Reasons = fact.Reports?.Reasons,
        Findings = fact.Findings.Count > 0 ? Of(fact.Findings) : null,
        Tags = fact.Tags.Count > 0 ? fact.Tags : null,
    };

    private static IEnumerable<QueueKey> Touched(QueueEvent @event) => @event switch
    {
        ItemsTold told => [.. (told.Waiting ?? []).Select(item => item.Key), .. (told.Left ?? []).Select(left => left.Key)],
        ItemClaimed claimed => [new QueueKey(claimed.Article, claimed.Number)],
        ItemReleased released => [new QueueKey(released.Article, released.Number)],
        _ => [],
    };

    private static ItemLeftView Left(ModerationQueue queue, QueueKey key)
    {
        var decided = queue.Departures.Find(key)?.Decided;
        return new ItemLeftView { Article = key.Article.Value, Number = key.Number, Decision = decided?.Decision, By = decided?.By.Name };
    }

    private static string NameOf(QueueRank rank) => rank switch
    {
        QueueRank.Illegal => "illegal",
        QueueRank.Suspect => "suspect",
        QueueRank.ManyReports => "manyReports",
        QueueRank.Pending => "pending",
        QueueRank.Appealed => "appealed",
        QueueRank.Reported => "reported",
        _ => "new",
    };

    public static ClaimView Of(Claim claim) => new() { By = Of(claim.By), Until = claim.Until.UtcDateTime };

    private static AuthorView Of(Author author) => new() { Id = author.Id.Value, Name = author.Name };

    /// <summary>A list needs to know that something was found, not each place of it.</summary>
    private static List<ItemFindingView> Of(IEnumerable<Finding> findings) => [.. findings.Take(MostFindings).Select(Of)];

    private static ItemFindingView Of(Finding finding) => new()
    {
        Step = finding.Step,
        Code = finding.Code,
        Rule = finding.Rule,
        Detail = finding.Detail is { Length: > MostDetail } detail ? detail[..MostDetail] : finding.Detail,
        Spans = [.. finding.Spans.Take(MostSpans).SelectMany(span => new[] { span.Start, span.Length })],
    };
}
