namespace Realtime.Discussion.Journal;

/// <summary>
/// A journal is cut into segments of fixed length, so that a read touches only the part it needs and no store key grows without bound.
/// An append stays within one segment: it is then one write to one key, which every store makes atomic.
/// </summary>
public static class JournalSegments
{
    public const int Length = 1024;

    /// <summary>The segment that holds <paramref name="sequence"/> (1-based).</summary>
    public static long Of(long sequence) => (sequence - 1) / Length;

    /// <summary>The place of <paramref name="sequence"/> in its segment, from 0.</summary>
    public static int IndexOf(long sequence) => (int)((sequence - 1) % Length);

    /// <summary>How many entries may be appended behind <paramref name="head"/> in one go: 1 to <see cref="Length"/>.</summary>
    public static int RoomBehind(long head) => Length - (int)(head % Length);
}
