using System.Text.Json;

namespace Realtime.Faults.Clients;

/// <summary>A comment of the site.</summary>
internal readonly record struct QueuedComment(string Article, int Number);

/// <summary>The moderators' queue, page by page.</summary>
internal sealed class QueueReading(Api api, Uri host)
{
    /// <summary>All that waits for a moderator, in the queue's order; one that stands there twice is there twice.</summary>
    public async Task<List<QueuedComment>> PendingAsync(CancellationToken cancellation)
    {
        var items = new List<QueuedComment>();
        for (string? cursor = null; ;)
        {
            var next = cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor);
            var page = await api.GetForDeskAsync(host, $"/api/v1/sites/{Api.Site}/queue?state=pending&limit=50{next}", cancellation);
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(ItemOf));
            cursor = Wire.Text(page, "next");
            if (cursor is null) return items;
        }
    }

    private static QueuedComment ItemOf(JsonElement item) => new(Wire.Text(item, "article")!, item.GetProperty("number").GetInt32());
}
