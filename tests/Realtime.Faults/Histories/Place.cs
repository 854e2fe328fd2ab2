using System.Globalization;

namespace Realtime.Faults.Histories;

/// <summary>
/// A position taken apart. To clients it is an opaque string; the checker reads it, with its own few lines instead of the product's, because what judges
/// the product must not share its mistakes.
/// </summary>
internal readonly record struct Place(long Epoch, long Sequence) : IComparable<Place>
{
    public static Place Parse(string position)
    {
        var parts = position.Split('-');
        if (parts.Length != 2) throw new FormatException($"'{position}' is not a position.");
        return new Place(Hex(parts[0]), Hex(parts[1]));
    }

    public int CompareTo(Place other) => Epoch != other.Epoch ? Epoch.CompareTo(other.Epoch) : Sequence.CompareTo(other.Sequence);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch:x}-{Sequence:x}");

    private static long Hex(string text) => long.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
