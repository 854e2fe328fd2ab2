using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Attacks;

/// <summary>The names of a discussion, folded, so that Արման and Arman are one; folded only when an insult asks for them.</summary>
internal sealed class ParticipantNames(IReadOnlyList<string> names)
{
    /// <summary>A thread of thousands keeps the names that its host puts first.</summary>
    private const int MostNames = 500;

    private const int ShortestName = 2;

    private readonly Lazy<HashSet<string>> _names = new(() =>
        [.. names.Take(MostNames).SelectMany(name => FoldedText.Of(name).ToString().Split(' ', '-').Take(1)).Where(name => name.Length >= ShortestName)]);

    public bool Include(FoldedText text, AttackWord word) => word.Part == AttackPart.Plain && _names.Value.Contains(Skeleton(text, word));

    private static string Skeleton(FoldedText text, AttackWord word) =>
        string.Concat(text.Letters.Slice(word.First, word.Count).ToArray().Select(letter => new string(letter.Letter, Math.Min(letter.Run, 3))));
}
