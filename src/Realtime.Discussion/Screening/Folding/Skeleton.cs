using System.Buffers;

namespace Realtime.Discussion.Screening.Folding;

/// <summary>A folded text while it grows, in a borrowed array: what is kept of it is exactly as long as it came to be.</summary>
internal sealed class Skeleton(int capacity) : IDisposable
{
    private FoldedLetter[] _letters = ArrayPool<FoldedLetter>.Shared.Rent(capacity);
    private int _count;

    public void Add(Chunk chunk, Gap gap)
    {
        if (chunk.IsLatin) AddLatin(chunk, gap);
        else AddSpelled(chunk, gap);
    }

    public FoldedLetter[] ToArray()
    {
        var letters = GC.AllocateUninitializedArray<FoldedLetter>(_count);
        _letters.AsSpan(0, _count).CopyTo(letters);
        return letters;
    }

    public void Dispose() => ArrayPool<FoldedLetter>.Shared.Return(_letters);

    private void AddLatin(Chunk chunk, Gap gap)
    {
        for (var i = 0; i < chunk.Count; i++)
        {
            ref readonly var letter = ref chunk[i];
            Add(Chunk.CodeOfLatin(letter), gap, isSign: false, letter.Start, letter.End);
            gap = Gap.None;
        }
    }

    private void AddSpelled(Chunk chunk, Gap gap)
    {
        for (var i = 0; i < chunk.Count; i++)
        {
            if (chunk.IsSpelledBefore(i)) continue;
            ref readonly var source = ref chunk[i];
            var end = i + 1 < chunk.Count && chunk.IsSpelledBefore(i + 1) ? chunk[i + 1].End : source.End;
            foreach (var code in chunk.SpellingsAt(i)[0])
            {
                Add(code, gap, source.Script == Script.Sign, source.Start, end);
                gap = Gap.None;
            }
        }
    }

    private void Add(char code, Gap gap, bool isSign, int start, int end)
    {
        var (letter, reads) = LetterSets.Reading(code);
        if (gap == Gap.None && _count > 0 && _letters[_count - 1].Letter == letter)
        {
            ref var last = ref _letters[_count - 1];
            last = last with { Run = last.Run + 1, Reads = last.Reads | reads, End = end };
            return;
        }

        if (_count == _letters.Length) Grow();
        _letters[_count] = new FoldedLetter(letter, reads, 1, _count == 0 ? Gap.None : gap, isSign, start, end);
        _count++;
    }

    private void Grow()
    {
        var longer = ArrayPool<FoldedLetter>.Shared.Rent(2 * _count);
        _letters.AsSpan(0, _count).CopyTo(longer);
        ArrayPool<FoldedLetter>.Shared.Return(_letters);
        _letters = longer;
    }
}
