namespace Realtime.Grains.Aggregates;

/// <summary>
/// The last items of a sequence: at most <paramref name="capacity"/>, at most <paramref name="maxBytes"/> together. Its memory grows with what is
/// in it, so that a quiet thread costs next to nothing.
/// </summary>
internal sealed class Recent<T>(int capacity, long maxBytes)
{
    private (T Item, int Size)[] _ring = new (T, int)[Math.Min(capacity, 16)];
    private long _bytes;
    private int _count;

    /// <summary>The sequence of the last item held, or the place behind which the next one will stand.</summary>
    public long Head { get; private set; }

    /// <summary>An item that is held: see <see cref="Holds"/>.</summary>
    public T this[long sequence]
    {
        get => _ring[sequence % _ring.Length].Item;
        set => _ring[sequence % _ring.Length].Item = value;
    }

    public void Restart(long head)
    {
        Array.Clear(_ring);
        (_bytes, _count, Head) = (0, 0, head);
    }

    public void Add(T item, int size)
    {
        while (_count > 0 && (_count == capacity || _bytes + size > maxBytes)) DropOldest();
        if (_count == _ring.Length) Grow();
        Head++;
        _ring[Head % _ring.Length] = (item, size);
        _bytes += size;
        _count++;
    }

    public bool Holds(long sequence) => sequence > Head - _count && sequence <= Head;

    /// <summary>Whether every item behind <paramref name="after"/> is still here.</summary>
    public bool Reaches(long after) => after >= Head - _count && after <= Head;

    /// <summary>The items behind <paramref name="after"/>, at least one if there is any, up to the limits.</summary>
    public T[] Read(long after, int maxItems, long maxSize)
    {
        var through = after;
        for (long size = 0; through < Head && through - after < maxItems && (through == after || size < maxSize); through++)
            size += _ring[(through + 1) % _ring.Length].Size;
        var items = new T[through - after];
        for (var i = 0; i < items.Length; i++) items[i] = this[after + 1 + i];
        return items;
    }

    private void DropOldest()
    {
        ref var oldest = ref _ring[(Head - _count + 1) % _ring.Length];
        _bytes -= oldest.Size;
        oldest = default;
        _count--;
    }

    private void Grow()
    {
        var larger = new (T, int)[Math.Min(capacity, _ring.Length * 4)];
        for (var sequence = Head - _count + 1; sequence <= Head; sequence++) larger[sequence % larger.Length] = _ring[sequence % _ring.Length];
        _ring = larger;
    }
}
