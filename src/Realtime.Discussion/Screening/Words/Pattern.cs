namespace Realtime.Discussion.Screening.Words;

/// <summary>One letter that a pattern asks for: any of the meanings, in a run of this length.</summary>
internal readonly record struct PatternLetter(char Letter, uint Means, int Run, bool IsDivided)
{
    /// <summary>In one word, because a list of 50,000 entries has a million of them: 27 bits of meanings, 4 of the run, 1 for a space before.</summary>
    public uint Packed => Means | (uint)Math.Min(Run, 15) << 27 | (IsDivided ? 1u << 31 : 0);
}

/// <summary>One way of writing an entry. A star at either end lets the word go on there.</summary>
internal sealed record Pattern(int Entry, IReadOnlyList<PatternLetter> Letters, bool IsOpenStart, bool IsOpenEnd);
