namespace Realtime.Grains.Threads;

/// <summary>The last entries of a journal, by sequence: at most <paramref name="capacity"/>, at most <paramref name="maxBytes"/> together.</summary>
internal sealed class RecentEntries(int capacity, long maxBytes)
{
    private readonly ReadOnlyMemory<byte>[] _ring = new ReadOnlyMemory<byte>[capacity];
    private long _bytes;
    private int _count;

    /// <summary>The sequence of the last entry held, or the place where the next one will stand.</summary>
    public long Head { get; private set; }

    public void Restart(long head)
    {
        Array.Clear(_ring);
        (_bytes, _count, Head) = (0, 0, head);
    }

    public void Add(ReadOnlyMemory<byte> entry)
    {
        while (_count > 0 && (_count == capacity || _bytes + entry.Length > maxBytes)) DropOldest();
        Head++;
        _ring[Head % capacity] = entry;
        _bytes += entry.Length;
        _count++;
    }

    /// <summary>Whether every entry behind <paramref name="after"/> is still here.</summary>
    public bool Reaches(long after) => after >= Head - _count && after <= Head;

    /// <summary>The entries behind <paramref name="after"/>, at least one if there is any, up to the limits.</summary>
    public ReadOnlyMemory<byte>[] Read(long after, int maxEntries, int maxSize)
    {
        var through = after;
        for (var size = 0; through < Head && through - after < maxEntries && (through == after || size < maxSize); through++)
            size += _ring[(through + 1) % capacity].Length;
        var entries = new ReadOnlyMemory<byte>[through - after];
        for (var i = 0; i < entries.Length; i++) entries[i] = _ring[(after + 1 + i) % capacity];
        return entries;
    }

    private void DropOldest()
    {
        ref var oldest = ref _ring[(Head - _count + 1) % capacity];
        _bytes -= oldest.Length;
        oldest = default;
        _count--;
    }
}
