using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Steps;

/// <summary>The same author saying the same again: dressing it up differently does not help, the folded texts are compared.</summary>
internal sealed class RepeatsStep : IScreeningStep
{
    /// <summary>Comments that are compared with: the step's time stays bounded whatever it is handed.</summary>
    private const int MostCompared = 20;

    /// <summary>Word triples kept of a text: the smallest by hash, so that two long texts are sampled alike.</summary>
    private const int MostTriples = 256;

    public string Name => StepNames.Repeats;

    public IEnumerable<Observation> Look(StepInput input)
    {
        if (input.Folded.Letters.Length < input.Limits.RepeatFromLetters) yield break;
        var since = input.Subject.At - input.Limits.RepeatWithin;
        var recent = input.Subject.Author.Recent.Where(comment => comment.At >= since).OrderByDescending(comment => comment.At).Take(MostCompared).ToList();
        if (recent.Count == 0) yield break;
        var triples = TriplesOf(input.Folded);
        if (recent.Exists(comment => Similarity(triples, TriplesOf(FoldedText.Of(comment.Text))) >= input.Limits.RepeatSimilarity))
            yield return Observation.OfAll("repeated_comment");
    }

    private static double Similarity(SortedSet<ulong> one, SortedSet<ulong> other)
    {
        // Of both samples together only the smallest hashes are comparable: beyond them one of the two was cut off.
        var union = one.Union(other).Order().Take(MostTriples).ToList();
        return union.Count == 0 ? 0 : (double)union.Count(triple => one.Contains(triple) && other.Contains(triple)) / union.Count;
    }

    private static SortedSet<ulong> TriplesOf(FoldedText text)
    {
        var (words, triples) = (WordHashes(text), new SortedSet<ulong>());
        for (var i = 0; i < Math.Max(1, words.Count - 2); i++)
        {
            var triple = 0UL;
            for (var word = i; word < Math.Min(i + 3, words.Count); word++) triple = Mix(triple, words[word]);
            triples.Add(triple);
            if (triples.Count > MostTriples) triples.Remove(triples.Max);
        }

        return triples;
    }

    private static List<ulong> WordHashes(FoldedText text)
    {
        var words = new List<ulong>();
        for (var i = 0; i < text.Letters.Length; i++)
        {
            if (i == 0 || text.Letters[i].Gap >= Gap.Space) words.Add(0);
            words[^1] = Mix(words[^1], text.Letters[i].Letter);
        }

        return words;
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
