using Microsoft.AspNetCore.Mvc;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Comments;

/// <summary>Which comments to show.</summary>
/// <param name="Sort"><c>newest</c> (without one), <c>oldest</c>, <c>top</c> (most reactions) or <c>replies</c> (most replies).</param>
/// <param name="Cursor">The <c>next</c> of the page before, for the same sort order.</param>
/// <param name="Limit">1 to 100 comments; 50 without one.</param>
/// <param name="Context">Whether to give the comments that these answer, too.</param>
/// <param name="Under">Only the conversation below this comment, oldest first whatever the sort order.</param>
internal readonly record struct PageQuery(
    [property: FromQuery(Name = "sort")] string? Sort,
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "limit")] int? Limit,
    [property: FromQuery(Name = "context")] bool? Context,
    [property: FromQuery(Name = "under")] int? Under)
{
    private const int MaxLimit = 100, DefaultLimit = 50;

    /// <summary>Checks the form.</summary>
    public RefusalCode? Read(out ThreadSort sort, out PageCursor? cursor, out int limit)
    {
        (cursor, limit) = (null, Limit ?? DefaultLimit);
        if (!TrySort(Under is null ? Sort : "oldest", out sort) || limit is < 1 or > MaxLimit) return RefusalCode.RequestMalformed;
        if (string.IsNullOrEmpty(Cursor)) return null;
        if (!PageCursor.TryParse(Cursor, sort, out var place)) return RefusalCode.CursorInvalid;
        cursor = place;
        return null;
    }

    private static bool TrySort(string? text, out ThreadSort sort)
    {
        ThreadSort? known = text switch
        {
            null or "" or "newest" => ThreadSort.Newest,
            "oldest" => ThreadSort.Oldest,
            "top" => ThreadSort.Top,
            "replies" => ThreadSort.Replies,
            _ => null,
        };
        sort = known.GetValueOrDefault();
        return known is not null;
    }
}
