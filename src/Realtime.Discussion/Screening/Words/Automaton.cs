namespace Realtime.Discussion.Screening.Words;

/// <summary>
/// Aho–Corasick over many keys: one step per symbol finds every key that ends there. Nodes are numbered breadth first, so that the children of
/// a node are neighbours and need no table of their own; only the nodes near the root, where a text spends its time, have a full row.
/// </summary>
internal sealed class Automaton
{
    /// <summary>Entries of the full rows in all: 1 MB.</summary>
    private const int RowBudget = 1 << 18;

    private readonly int _symbols;
    private readonly ushort[] _label;
    private readonly Node[] _nodes;
    private readonly int[] _rows;
    private readonly int _rowed;

    /// <param name="keys">Distinct or not, sorted by their symbols; none is empty.</param>
    /// <param name="symbols">Symbols are 1 to this number.</param>
    public Automaton(IReadOnlyList<ushort[]> keys, int symbols)
    {
        _symbols = symbols + 1;
        var tree = KeyTree.Grow(keys);
        _label = tree.Label;
        _nodes = new Node[Nodes + 1];
        for (var node = 0; node < Nodes; node++) _nodes[node] = new Node(tree.FirstChild[node], tree.FirstKey[node], tree.KeyEnd[node]);
        _nodes[Nodes] = new Node(Nodes, 0, 0);
        _rowed = Math.Min(Nodes, RowBudget / _symbols);
        _rows = new int[_rowed * _symbols];
        Connect();
    }

    public int Nodes => _label.Length;

    /// <summary>The node after this symbol. Falling back is paid for by the steps that led down, so a text costs at most two per symbol.</summary>
    public int Next(int node, ushort symbol, ref long steps)
    {
        for (; ; node = _nodes[node].Fail)
        {
            steps++;
            if (node < _rowed) return _rows[node * _symbols + symbol];
            if (ChildOf(node, symbol) is var child and not 0) return child;
        }
    }

    /// <summary>The nearest node, from this one back, at which keys end; 0 for none.</summary>
    public int FirstEnd(int node) => _nodes[node].HasKeys ? node : _nodes[node].Link;

    public int NextEnd(int node) => _nodes[node].Link;

    /// <summary>The keys that end at a node, by their place in the sorted list.</summary>
    public (int First, int End) KeysAt(int node) => (_nodes[node].FirstKey, _nodes[node].KeyEnd);

    private void Connect()
    {
        for (var node = 0; node < Nodes; node++)
        {
            if (node < _rowed) FillRow(node);
            for (var child = _nodes[node].FirstChild; child < _nodes[node + 1].FirstChild; child++)
            {
                var steps = 0L;
                var fail = node == 0 ? 0 : Next(_nodes[node].Fail, _label[child], ref steps);
                (_nodes[child].Fail, _nodes[child].Link) = (fail, FirstEnd(fail));
            }
        }
    }

    private void FillRow(int node)
    {
        var row = node * _symbols;
        if (node > 0) Array.Copy(_rows, _nodes[node].Fail * _symbols, _rows, row, _symbols);
        for (var child = _nodes[node].FirstChild; child < _nodes[node + 1].FirstChild; child++) _rows[row + _label[child]] = child;
    }

    private int ChildOf(int node, ushort symbol)
    {
        var (low, high) = (_nodes[node].FirstChild, _nodes[node + 1].FirstChild - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_label[middle] == symbol) return middle;
            if (_label[middle] < symbol) low = middle + 1;
            else high = middle - 1;
        }

        return 0;
    }

    /// <summary>All of a node in one place: a search that leaves the rows pays for memory, not for arithmetic.</summary>
    private struct Node(int firstChild, int firstKey, int keyEnd)
    {
        public readonly int FirstChild = firstChild;
        public readonly int FirstKey = firstKey;
        public readonly int KeyEnd = keyEnd;
        public int Fail;
        public int Link;

        public readonly bool HasKeys => KeyEnd > FirstKey;
    }
}
