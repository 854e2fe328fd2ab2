using System.Numerics;

namespace Realtime.Grains.Projections;

/// <summary>Comments that are still to be told of, a bit each: in a hot thread far more are touched than are told, and touching must cost the writer nothing.</summary>
internal sealed class TouchedNumbers
{
    private const int Bits = 64;

    private ulong[] _words = [];
    private int _lowest = int.MaxValue;

    public int Count { get; private set; }

    public void Add(int number)
    {
        var word = number / Bits;
        if (word >= _words.Length) Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));
        var before = _words[word];
        _words[word] |= 1UL << (number % Bits);
        if (_words[word] == before) return;
        Count++;
        _lowest = Math.Min(_lowest, word);
    }

    public void Add(IEnumerable<int> numbers)
    {
        foreach (var number in numbers) Add(number);
    }

    /// <summary>Takes the lowest out, in order.</summary>
    public List<int> Take(int max)
    {
        var taken = new List<int>(Math.Min(max, Count));
        while (taken.Count < max && Count > 0)
        {
            while (_words[_lowest] == 0) _lowest++;
            taken.Add((_lowest * Bits) + BitOperations.TrailingZeroCount(_words[_lowest]));
            _words[_lowest] &= _words[_lowest] - 1;
            Count--;
        }

        if (Count == 0) (_words, _lowest) = ([], int.MaxValue);
        return taken;
    }
}
