using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>C2: refused posts are absent, posts of unknown outcome are there at most once, and a repetition is answered with the original.</summary>
internal sealed class OtherwiseAtMostOnce : ICheck
{
    public string Name => "C2";

    public IEnumerable<Violation> Of(History history)
    {
        foreach (var thread in history.Threads)
        {
            var ops = new OpsOfThread(thread);
            var posts = history.Posts.Where(post => post.Article == thread.Article).ToList();
            var acknowledged = posts.Where(post => post.Outcome == Outcome.Ok).Select(post => post.Op).ToHashSet();
            foreach (var op in ops.Repeated.Where(op => !acknowledged.Contains(op)))
                yield return new Violation(Name, ViolationKind.Repeated, $"{op}: never acknowledged, in {thread.Article} {ops.NumbersOf(op).Count} times");
            foreach (var post in posts.Where(post => post.Outcome == Outcome.Fail && ops.NumbersOf(post.Op).Count > 0))
                yield return new Violation(Name, ViolationKind.Phantom, $"{post.Op}: refused ({post.Code}), yet in {thread.Article} as #{ops.NumbersOf(post.Op)[0]}");
        }

        foreach (var repeated in history.Posts.Where(post => post.Outcome == Outcome.Ok).GroupBy(post => post.Op))
        {
            var numbers = repeated.Select(post => post.Number).Distinct().ToList();
            if (numbers.Count > 1) yield return new Violation(Name, ViolationKind.Repeated, $"{repeated.Key}: answered with the numbers {string.Join(", ", numbers)}");
        }
    }
}
