using System.Runtime.InteropServices;

namespace Realtime.Discussion.Screening.Folding;

/// <summary>What stands between a letter and the one before it.</summary>
public enum Gap : byte
{
    None,

    /// <summary>One to three marks that can stand inside a word, without a space: <c>.</c>, <c>-</c>, <c>_</c>, <c>*</c>.</summary>
    Joint,

    /// <summary>Anything else that divides words.</summary>
    Space,

    /// <summary>The end of a sentence or line.</summary>
    Stop,
}

/// <summary>
/// One letter of a folded text. A run of the same letter is one of these, because people stretch words ("sooo"); a letter that can be read in
/// several ways ("1" as i or l) carries all of them.
/// </summary>
/// <param name="Letter">The likeliest reading: a–z, a digit, or a letter of a script that is not folded into Latin.</param>
/// <param name="Reads">All readings as bits, a = 1; <see cref="LetterSets.Other"/> for what is not a–z.</param>
/// <param name="Run">How often the letter stands in a row.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="IsSign">Whether it was written as a digit or symbol: a word may end where these begin ("word2").</param>
/// <param name="Start">Where it begins in the original.</param>
/// <param name="End">Where it ends in the original.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FoldedLetter(char Letter, uint Reads, int Run, Gap Gap, bool IsSign, int Start, int End);
