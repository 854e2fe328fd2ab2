using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>C1: every acknowledged post is in the log exactly once, under the number that was acknowledged.</summary>
internal sealed class AcknowledgedOnce : ICheck
{
    public string Name => "C1";

    public IEnumerable<Violation> Of(History history)
    {
        var threads = history.Threads.ToDictionary(thread => thread.Article, thread => new OpsOfThread(thread));
        foreach (var post in history.Posts.Where(post => post.Outcome == Outcome.Ok))
        {
            if (!threads.TryGetValue(post.Article, out var ops))
                yield return new Violation(Name, ViolationKind.Lost, $"{post.Op}: acknowledged in {post.Article}, whose final log was not read");
            else if (Judge(post, ops, history.Expectations) is { } violation) yield return violation;
        }
    }

    private Violation? Judge(PostRecord post, OpsOfThread ops, Expectations expectations)
    {
        var numbers = ops.NumbersOf(post.Op);
        if (numbers.Count > 1) return new(Name, ViolationKind.Repeated, $"{post.Op}: in {post.Article} {numbers.Count} times, as {string.Join(", ", numbers)}");
        var isLostByStore = expectations.StoreForgets && post.Position is not null && Place.Parse(post.Position).Epoch < ops.Place.Epoch;
        if (isLostByStore) return null;
        if (numbers.Count == 0) return new(Name, ViolationKind.Lost, $"{post.Op}: acknowledged as {post.Article}#{post.Number} at {post.Position}, not in the log");
        if (numbers[0] != post.Number) return new(Name, ViolationKind.Reordered, $"{post.Op}: acknowledged as {post.Article}#{post.Number}, in the log as #{numbers[0]}");
        return ops.EntriesOf(post.Op) == 1 ? null
            : new(Name, ViolationKind.Repeated, $"{post.Op}: {ops.EntriesOf(post.Op)} entries in the store's journal of {post.Article} instead of 1");
    }
}
