namespace Realtime.Discussion.Screening.Words;

/// <summary>
/// Aho–Corasick over many keys: one step per symbol finds every key that ends there. Nodes are numbered breadth first, so that the children of
/// a node are neighbours and need no table of their own; only the nodes near the root, where a text spends its time, have a row for the
/// frequent symbols. A state is a node, negative where keys end: so a search looks at keys only where there are any.
/// </summary>
internal sealed class Automaton
{
    /// <summary>Symbols below this have a place in the rows: give the frequent ones the small numbers.</summary>
    private const int RowWidth = 32;

    /// <summary>Rows at most: 2 MB.</summary>
    private const int MostRows = 1 << 14;

    private const int Ends = int.MinValue;
    private const ushort EndsHere = 0x8000;

    private readonly ushort[] _label;
    private readonly Step[] _steps;
    private readonly Keys[] _keys;
    private readonly int[] _rows;
    private readonly int _rowed;

    /// <param name="keys">Distinct or not, sorted by their symbols; none is empty.</param>
    public Automaton(IReadOnlyList<ushort[]> keys)
    {
        var tree = KeyTree.Grow(keys);
        _label = tree.Label;
        _steps = new Step[Nodes + 1];
        _keys = new Keys[Nodes];
        for (var node = 0; node <= Nodes; node++) _steps[node].FirstChild = tree.FirstChild[node];
        for (var node = 0; node < Nodes; node++) _keys[node] = new Keys(tree.FirstKey[node], tree.KeyEnd[node], 0);
        _rowed = Math.Min(Nodes, MostRows);
        _rows = new int[_rowed * RowWidth];
        Connect();
    }

    public int Nodes => _label.Length;

    /// <summary>The state after this symbol. Falling back is paid for by the steps that led down, so a text costs at most two per symbol.</summary>
    public int Next(int state, ushort symbol, ref long steps)
    {
        for (var node = state & ~Ends; ; node = _steps[node].Fail)
        {
            steps++;
            if (node < _rowed && symbol < RowWidth) return _rows[node * RowWidth + symbol];
            if (ChildOf(node, symbol) is var child && (child != 0 || node == 0)) return child;
        }
    }

    /// <summary>The nearest node, from this state's back, at which keys end; 0 for none.</summary>
    public int FirstEnd(int state) => state >= 0 ? 0 : _keys[state & ~Ends].HasAny ? state & ~Ends : _keys[state & ~Ends].Link;

    public int NextEnd(int node) => _keys[node].Link;

    /// <summary>The keys that end at a node, by their place in the sorted list.</summary>
    public (int First, int End) KeysAt(int node) => (_keys[node].First, _keys[node].End);

    private void Connect()
    {
        for (var node = 0; node < Nodes; node++)
        {
            for (var child = _steps[node].FirstChild; child < _steps[node + 1].FirstChild; child++)
            {
                var steps = 0L;
                var fail = node == 0 ? 0 : Next(_steps[node].Fail, _label[child], ref steps);
                _steps[child].Fail = fail & ~Ends;
                _keys[child] = _keys[child] with { Link = FirstEnd(fail) };
                if (_keys[child].HasAny || fail < 0) _label[child] |= EndsHere;
            }

            if (node < _rowed) FillRow(node);
        }
    }

    private void FillRow(int node)
    {
        var row = node * RowWidth;
        if (node > 0) Array.Copy(_rows, _steps[node].Fail * RowWidth, _rows, row, RowWidth);
        for (var child = _steps[node].FirstChild; child < _steps[node + 1].FirstChild; child++)
            if ((_label[child] & ~EndsHere) is var symbol and < RowWidth) _rows[row + symbol] = StateOf(child);
    }

    private int StateOf(int node) => _label[node] >= EndsHere ? node | Ends : node;

    /// <summary>The state below; 0 when there is none.</summary>
    private int ChildOf(int node, ushort symbol)
    {
        var (low, high) = (_steps[node].FirstChild, _steps[node + 1].FirstChild - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var label = _label[middle] & ~EndsHere;
            if (label == symbol) return StateOf(middle);
            if (label < symbol) low = middle + 1;
            else high = middle - 1;
        }

        return 0;
    }

    /// <summary>What every step of a search reads, apart from what it reads at a hit: outside the rows it pays for memory, not for arithmetic.</summary>
    private struct Step
    {
        public int FirstChild;
        public int Fail;
    }

    /// <summary>The keys that end at a node, and the next node back at which some do.</summary>
    private readonly record struct Keys(int First, int End, int Link)
    {
        public bool HasAny => End > First;
    }
}
