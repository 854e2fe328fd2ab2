using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Screening.Steps;

/// <summary>The site's own lists: what is banned may be refused, what is suspect is at most held.</summary>
internal sealed class WordsStep : IScreeningStep
{
    public string Name => StepNames.Words;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var matches = input.Words.Search(input.Folded).Matches;
        if (Of(WordListKind.Banned, matches, "banned_word", Verdict.Reject) is { } banned) yield return banned;
        if (Of(WordListKind.Suspect, matches, "suspect_word", Verdict.Hold) is { } suspect) yield return suspect;
    }

    private static Observation? Of(WordListKind list, IReadOnlyList<WordMatch> matches, string code, Verdict atMost)
    {
        var found = matches.Where(match => match.List == list).OrderBy(match => match.Span.Start).ToList();
        return found.Count == 0 ? null
            : new Observation(code, [.. found.Select(match => match.Span).Distinct()], atMost, string.Join(", ", found.Select(match => match.Entry).Distinct()));
    }
}
