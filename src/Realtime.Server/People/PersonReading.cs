using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Sites;
using Realtime.Server.Commenters;
using Realtime.Server.Sites;

namespace Realtime.Server.People;

/// <summary>Puts together what is known of a person without reading any thread.</summary>
internal sealed class PersonReading(IPeople people, CommenterActions commenters, SiteActions sites, TimeProvider time)
{
    /// <summary>Null of somebody who has never been here.</summary>
    /// <exception cref="Discussion.Journal.JournalUnavailableException">The store cannot be read.</exception>
    public async Task<PersonView?> ReadAsync(SiteId site, UserId person, int limit, bool forModerator, CancellationToken cancellation)
    {
        var commenter = await commenters.ReadAsync(site, person, cancellation);
        var history = await people.HistoryAsync(site, person, limit, cancellation);
        var sanctions = await SanctionsAsync(site, person, forModerator, cancellation);
        if (history.Count == 0 && sanctions.Count == 0 && commenter is { Profile: null, FirstSeen: null, Inbox.Last: 0, Ignored.Count: 0 }) return null;
        var standing = commenter.ReporterStanding;
        return new PersonView
        {
            Id = person.Value,
            Name = commenter.Profile?.Name,
            Badges = commenter.Profile?.Badges ?? [],
            FirstSeen = commenter.FirstSeen?.UtcDateTime,
            CommentCount = await people.CountAsync(site, person, cancellation),
            ReportsUpheld = standing.Upheld,
            ReportsGroundless = standing.Groundless,
            Comments = [.. history.Select(comment => PersonCommentView.Of(comment, forModerator))],
            Sanctions = sanctions,
        };
    }

    /// <summary>In force, here and everywhere. The person themselves is shown those they are told of.</summary>
    public async Task<IReadOnlyList<SanctionView>> SanctionsAsync(SiteId site, UserId person, bool forModerator, CancellationToken cancellation)
    {
        var (here, everywhere) = (await sites.ReadAsync(site, cancellation), await sites.ReadAsync(Site.Everywhere, cancellation));
        var all = here.SanctionsOf(person).Select(sanction => (sanction, false)).Concat(everywhere.SanctionsOf(person).Select(sanction => (sanction, true)));
        return [.. all.Where(it => it.sanction.IsInForce(time.GetUtcNow()) && (forModerator || SanctionView.IsTold(it.sanction.Kind)))
            .Select(it => SanctionView.Of(it.sanction, it.Item2, withModerator: forModerator))];
    }
}

/// <summary>A person on a site.</summary>
internal sealed record PersonView
{
    public required string Id { get; init; }

    /// <summary>As the sign-on told it last.</summary>
    public string? Name { get; init; }

    public required IReadOnlyList<string> Badges { get; init; }

    public DateTime? FirstSeen { get; init; }

    /// <summary>Comments they have written, whatever became of them.</summary>
    public required long CommentCount { get; init; }

    /// <summary>Reports of theirs that a moderator agreed with, among the last.</summary>
    public required int ReportsUpheld { get; init; }

    public required int ReportsGroundless { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<PersonCommentView> Comments { get; init; }

    public required IReadOnlyList<SanctionView> Sanctions { get; init; }
}

internal sealed record PersonCommentView
{
    public required string Article { get; init; }

    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required string Status { get; init; }

    /// <summary>A withheld one is published as far as its author knows.</summary>
    public static PersonCommentView Of(PersonComment comment, bool forModerator) => new()
    {
        Article = comment.Thread.Article.Value,
        Number = comment.Number,
        At = comment.At.UtcDateTime,
        Status = StatusNames.Of(comment.Status == CommentStatus.Withheld && !forModerator ? CommentStatus.Published : comment.Status),
    };
}
