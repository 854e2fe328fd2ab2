using System.Globalization;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;

namespace Realtime.Discussion.Commenters;

/// <summary>Makes what a person is shown of their inbox.</summary>
public static class InboxViews
{
    /// <param name="site">Whose.</param>
    /// <param name="commenter">The person's state.</param>
    /// <param name="before">The cursor: only older items than this id; null for the newest.</param>
    /// <param name="limit">At most so many.</param>
    public static InboxView Page(SiteId site, Commenter commenter, long? before, int limit)
    {
        var entries = commenter.Readable.Where(entry => before is null || entry.Number < before).Take(limit + 1).ToList();
        return Of(site, commenter, entries.Take(limit)) with
            { Next = entries.Count > limit ? entries[limit - 1].Number.ToString(CultureInfo.InvariantCulture) : null };
    }

    /// <summary>What differs between two states, for the person's open pages; null when nothing they see does.</summary>
    public static InboxView? Changes(SiteId site, Commenter before, Commenter after)
    {
        var known = before.Readable.ToDictionary(entry => entry.Number, entry => entry.Item);
        var now = after.Readable.ToList();
        var changed = now.Where(entry => !known.TryGetValue(entry.Number, out var item) || !item.Tells(entry.Item)).ToList();
        var gone = known.Keys.Except(now.Select(entry => entry.Number)).Order().ToList();
        var isRead = before.Inbox.ReadThrough != after.Inbox.ReadThrough;
        return changed.Count + gone.Count > 0 || isRead ? Of(site, after, changed) with { Gone = gone.Count > 0 ? gone : null } : null;
    }

    private static InboxView Of(SiteId site, Commenter commenter, IEnumerable<InboxEntry> entries) => new()
    {
        Site = site.Value,
        Unread = commenter.Unread,
        ReadThrough = commenter.Inbox.ReadThrough,
        Items = [.. entries.Select(Of)],
    };

    private static InboxItemView Of(InboxEntry entry) => new()
    {
        Id = entry.Number,
        Kind = NameOf(entry.Item.Kind),
        At = entry.Item.At.UtcDateTime,
        Article = entry.Item.Article?.Value,
        Title = entry.Item.Title,
        Number = entry.Item.Number,
        ReplyTo = entry.Item.ReplyTo,
        From = entry.Item.From is { } from ? new AuthorView { Id = from.Id.Value, Name = from.Name } : null,
        Reason = entry.Item.Reason,
        Rule = entry.Item.Rule,
        Note = entry.Item.Note,
        Until = entry.Item.Until?.UtcDateTime,
    };

    private static string NameOf(InboxKind kind) => kind switch
    {
        InboxKind.Reply => "reply",
        InboxKind.Mention => "mention",
        InboxKind.Addressed => "addressed",
        InboxKind.Approved => "approved",
        InboxKind.Rejected => "rejected",
        InboxKind.Warned => "warned",
        InboxKind.Suspended => "suspended",
        InboxKind.Banned => "banned",
        InboxKind.ReportUpheld => "reportUpheld",
        InboxKind.ReportGroundless => "reportGroundless",
        InboxKind.AppealGranted => "appealGranted",
        _ => "appealDenied",
    };
}
