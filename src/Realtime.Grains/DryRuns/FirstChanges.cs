using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening.DryRuns;

namespace Realtime.Grains.DryRuns;

/// <summary>
/// The first of all changes by article and number, in whatever order threads are done: what a person reads of a run. However many comments would change, and however often
/// one has an entry, it keeps no more than that. Of one caller.
/// </summary>
internal sealed class FirstChanges
{
    public const int Most = 1_000;

    private const int MostEntries = 20, MostSpans = 20;

    private readonly SortedSet<ProposedChange> _changes = new(Comparer<ProposedChange>.Create((one, other) => Compare(one, other.Article, other.Number)));

    public IReadOnlyList<ProposedChange> All => [.. _changes];

    public void Add(ArticleId article, ProposedDecision proposed)
    {
        if (_changes.Count == Most && Compare(_changes.Max!, article, proposed.Number) <= 0) return;
        var matches = proposed.Matches.GroupBy(match => (match.Entry, match.List)).Take(MostEntries);
        _changes.Add(new ProposedChange(
            article, proposed.Number, proposed.Decision, [.. matches.Select(same => new MatchedEntry(same.Key.Entry, [.. same.Take(MostSpans).Select(match => match.Span)]))]));
        if (_changes.Count > Most) _changes.Remove(_changes.Max!);
    }

    private static int Compare(ProposedChange one, ArticleId article, int number)
    {
        var order = string.CompareOrdinal(one.Article.Value, article.Value);
        return order != 0 ? order : one.Number.CompareTo(number);
    }
}
