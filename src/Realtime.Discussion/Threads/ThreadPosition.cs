using System.Globalization;

namespace Realtime.Discussion.Threads;

/// <summary>
/// A place in a thread's journal: after the event <paramref name="Sequence"/>. The epoch changes only when events that readers may have seen
/// were lost from the store; a position of another epoch says nothing about this journal and is answered with a reset.
/// On the wire it is an opaque string.
/// </summary>
[GenerateSerializer, Immutable, Alias("thread-position")]
public readonly record struct ThreadPosition([property: Id(0)] long Epoch, [property: Id(1)] long Sequence)
{
    public static bool TryParse(string? text, out ThreadPosition position)
    {
        position = default;
        if (text is null || text.Length > 40 || text.IndexOf('-') is not (> 0 and var dash)) return false;
        if (!TryHex(text.AsSpan(0, dash), out var epoch) || !TryHex(text.AsSpan(dash + 1), out var sequence)) return false;
        position = new ThreadPosition(epoch, sequence);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch:x}-{Sequence:x}");

    private static bool TryHex(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
}
