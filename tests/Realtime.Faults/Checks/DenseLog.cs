using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>C3: numbers and sequences are dense from 1 to the head, the store holds as many entries, and acknowledged positions never go back.</summary>
internal sealed class DenseLog : ICheck
{
    public string Name => "C3";

    public IEnumerable<Violation> Of(History history) => history.Threads.SelectMany(thread =>
        Numbers(thread).Concat(Ranges(thread)).Concat(Acknowledged(thread.Article, Place.Parse(thread.Position), history)));

    private IEnumerable<Violation> Numbers(FinalThread thread)
    {
        var expected = 1;
        foreach (var comment in thread.Comments)
        {
            if (comment.Number > expected)
                yield return new Violation(Name, ViolationKind.Lost, $"{thread.Article}: numbers {expected} to {comment.Number - 1} are missing", comment.Number - expected);
            if (comment.Number < expected) yield return new Violation(Name, ViolationKind.Reordered, $"{thread.Article}: #{comment.Number} comes where #{expected} should");
            expected = comment.Number + 1;
        }
    }

    private IEnumerable<Violation> Ranges(FinalThread thread)
    {
        long at = 0;
        foreach (var range in thread.Ranges)
        {
            if (range.From != at) yield return new Violation(Name, ViolationKind.Lost, $"{thread.Article}: changes go on at {range.From} behind {at}");
            at = range.To;
        }

        var head = Place.Parse(thread.Position).Sequence;
        if (thread.Ranges.Count > 0 && at != head) yield return new Violation(Name, ViolationKind.Lost, $"{thread.Article}: changes end at {at}, the head is {head}");
        if (thread.Entries is { } entries && entries.Count != head)
            yield return new Violation(Name, ViolationKind.Lost, $"{thread.Article}: the store has {entries.Count} entries, the head is {head}");
    }

    /// <summary>A post that began after another's acknowledgement has the later position, and no position is beyond the head of its epoch.</summary>
    private IEnumerable<Violation> Acknowledged(string article, Place head, History history)
    {
        var acks = history.Posts.Where(post => post.Article == article && post is { Outcome: Outcome.Ok, Position: not null, Attempts: 1 }).ToList();
        var ended = new Queue<PostRecord>(acks.OrderBy(post => post.Ended));
        var latest = default(Place);
        foreach (var post in acks.OrderBy(post => post.Began))
        {
            while (ended.TryPeek(out var earlier) && earlier.Ended <= post.Began)
                latest = Max(latest, Place.Parse(ended.Dequeue().Position!));
            var place = Place.Parse(post.Position!);
            if (place.CompareTo(latest) <= 0)
                yield return new Violation(Name, ViolationKind.Regressed, $"{post.Op}: acknowledged in {article} at {place}, after {latest} had been acknowledged");
            if (place.CompareTo(head) > 0) yield return new Violation(Name, ViolationKind.Lost, $"{post.Op}: acknowledged in {article} at {place}, the log ends at {head}");
        }
    }

    private static Place Max(Place one, Place other) => one.CompareTo(other) >= 0 ? one : other;
}
