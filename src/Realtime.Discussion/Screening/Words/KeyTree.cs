namespace Realtime.Discussion.Screening.Words;

/// <summary>The tree of sorted keys, breadth first: a node is a range of keys that begin alike.</summary>
internal sealed record KeyTree(int[] FirstChild, ushort[] Label, int[] FirstKey, int[] KeyEnd)
{
    public static KeyTree Grow(IReadOnlyList<ushort[]> keys)
    {
        List<int> firstChild = [], firstKey = [0], keyEnd = [], rangeEnd = [keys.Count], depths = [0];
        List<ushort> label = [0];
        for (var node = 0; node < label.Count; node++)
        {
            var (at, end, depth) = (firstKey[node], rangeEnd[node], depths[node]);
            while (at < end && keys[at].Length == depth) at++;
            keyEnd.Add(at);
            firstChild.Add(label.Count);
            while (at < end)
            {
                var (symbol, first) = (keys[at][depth], at);
                while (at < end && keys[at][depth] == symbol) at++;
                label.Add(symbol);
                firstKey.Add(first);
                rangeEnd.Add(at);
                depths.Add(depth + 1);
            }
        }

        firstChild.Add(label.Count);
        return new KeyTree([.. firstChild], [.. label], [.. firstKey], [.. keyEnd]);
    }
}
