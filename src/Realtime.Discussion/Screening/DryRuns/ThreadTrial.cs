using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Screening.DryRuns;

/// <summary>
/// One thread on trial: give it all events in order, then conclude. Words are tried as they pass by and not kept, so that the longest thread costs what its comments cost without
/// them. Of one caller.
/// </summary>
public sealed class ThreadTrial(WordsTrial trial)
{
    private readonly ArticleThread _thread = new();

    /// <summary>By the sequence of the event that holds the words: of a revision that was replaced meanwhile nobody asks again.</summary>
    private readonly Dictionary<long, TriedWords> _tried = [];

    /// <summary>The sequence of the last event taken in.</summary>
    public long Through => _thread.Sequence;

    public void TakeIn(ThreadEvent @event)
    {
        _thread.Apply(@event);
        if (@event is not IGivesWords words) return;
        var tried = new TriedWords(trial.Search(words.Body.Text), words.Findings ?? []);
        if (tried.Matches.Count > 0 || tried.Findings.Count > 0) _tried[_thread.Sequence] = tried;
    }

    /// <summary>What would change, by number, and how many comments were looked at: those that readers see, and those that wait.</summary>
    public (IReadOnlyList<ProposedDecision> Proposed, int Comments) Conclude(DateTimeOffset now)
    {
        var (proposed, comments) = (new List<ProposedDecision>(), 0);
        for (var number = 1; number <= _thread.LastNumber; number++)
        {
            if (_thread.Find(number) is not { Status: CommentStatus.Published or CommentStatus.Pending } comment) continue;
            comments++;
            if (_tried.TryGetValue(comment.BodyAt, out var tried) && trial.Propose(_thread, comment, tried, now) is { } decision) proposed.Add(decision);
        }

        return (proposed, comments);
    }
}
