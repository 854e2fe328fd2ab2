using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>C6: no reader ever saw a comment that is not in the log under its number, except in an epoch that was announced to have ended.</summary>
internal sealed class NoPhantoms : ICheck
{
    public string Name => "C6";

    public IEnumerable<Violation> Of(History history)
    {
        var reported = new HashSet<(string, int, string)>();
        foreach (var thread in history.Threads)
        {
            var head = Place.Parse(thread.Position);
            var log = thread.Comments.ToDictionary(comment => comment.Number);
            foreach (var sighting in history.Sightings.Where(sighting => sighting.Article == thread.Article && sighting.Comments is not null))
            {
                if (history.Expectations.StoreForgets && Place.Parse(sighting.Position!).Epoch < head.Epoch) continue;
                foreach (var comment in sighting.Comments!.Where(comment => comment.Op is not null && !Holds(log, comment)))
                {
                    if (reported.Add((thread.Article, comment.Number, comment.Op!)))
                        yield return new Violation(Name, ViolationKind.Phantom, $"{sighting.Reader} saw {comment.Op} as {thread.Article}#{comment.Number}; {Truth(log, comment)}");
                }
            }
        }
    }

    /// <summary>A comment that has been removed since no longer shows its operation.</summary>
    private static bool Holds(Dictionary<int, SeenComment> log, SeenComment comment) =>
        log.TryGetValue(comment.Number, out var truth) && (truth.Op is null || truth.Op == comment.Op);

    private static string Truth(Dictionary<int, SeenComment> log, SeenComment comment) =>
        log.TryGetValue(comment.Number, out var truth) ? $"there the log has {truth.Op}" : "the log has no such number";
}
