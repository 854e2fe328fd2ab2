using System.Globalization;

namespace Realtime.Redis.Journals;

/// <summary>
/// What the meta key says of the snapshot: <c>epoch:sequence:id:parts:length</c>. The bytes stand in parts under keys made of the id, because
/// one value of many megabytes holds up everybody else and does not fit the embedded store's log.
/// </summary>
internal sealed record SnapshotManifest(long Epoch, long Sequence, string Id, int Parts, int Length)
{
    public static SnapshotManifest? Parse(string? text)
    {
        if (text?.Split(':') is not [var epoch, var sequence, var id, var parts, var length]) return null;
        return new SnapshotManifest(Number(epoch), Number(sequence), id, (int)Number(parts), (int)Number(length));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}:{Sequence}:{Id}:{Parts}:{Length}");

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
