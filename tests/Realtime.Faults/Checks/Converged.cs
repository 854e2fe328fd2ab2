using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>C5: once all is quiet, every reader is at the head within the time allowed, and its page shows exactly what the log holds.</summary>
internal sealed class Converged : ICheck
{
    public string Name => "C5";

    public IEnumerable<Violation> Of(History history)
    {
        var threads = history.Threads.ToDictionary(thread => thread.Article);
        var deadline = history.QuietAt + history.Expectations.ConvergeWithin.TotalMilliseconds;
        foreach (var replay in ReaderReplay.All(history).Where(replay => !replay.HasLeft))
        {
            var problem = threads.TryGetValue(replay.Article, out var thread) ? Problem(replay, thread, deadline) : "has no final log to be held against";
            if (problem is not null) yield return new Violation(Name, ViolationKind.NotConverged, $"{replay.Reader} of {replay.Article} {problem}");
        }
    }

    private static string? Problem(ReaderReplay replay, FinalThread thread, double deadline)
    {
        var head = Place.Parse(thread.Position);
        if (replay.Place != head) return $"ended at {replay.Place?.ToString() ?? "no position"}, the head is {head}";
        if (replay.ReachedAt > deadline) return $"reached {head} {replay.ReachedAt - deadline:F0} ms too late";
        var missing = thread.Comments.FirstOrDefault(comment => !IsShown(comment, replay));
        if (missing is not null) return $"does not show #{missing.Number} as the log has it (revision {missing.Revision}, {missing.Status})";
        return replay.Comments.Count == thread.Comments.Count ? null : $"shows {replay.Comments.Count} comments, the log has {thread.Comments.Count}";
    }

    private static bool IsShown(SeenComment comment, ReaderReplay replay) =>
        replay.Comments.TryGetValue(comment.Number, out var shown) && shown.Revision == comment.Revision && shown.Status == comment.Status;
}
