using System.Globalization;

namespace Realtime.Discussion.Reading;

/// <summary>
/// The place behind the last comment of a page, by what the page is sorted by. It names a value, not an offset, so that comments that arrive or go
/// meanwhile neither shift nor repeat the ones behind it. In the ranked orders a comment whose own rank changes across the cursor may
/// be met twice or not at all; its new rank is in the live changes.
/// </summary>
public readonly record struct PageCursor(ThreadSort Sort, int Score, int Number)
{
    private const string Letters = "notr";

    public static bool TryParse(string? text, ThreadSort sort, out PageCursor cursor)
    {
        cursor = default;
        if (text is not { Length: >= 4 and <= 24 } || text[0] != Letters[(int)sort] || text.IndexOf('-', 1) is not (> 1 and var dash)) return false;
        if (!TryInt(text.AsSpan(1, dash - 1), out var score) || !TryInt(text.AsSpan(dash + 1), out var number)) return false;
        cursor = new PageCursor(sort, score, number);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Sort]}{Score}-{Number}");

    private static bool TryInt(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
