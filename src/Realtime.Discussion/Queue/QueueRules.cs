using System.Text.Json;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Queue;

/// <summary>The one place where a command meets the queue's state: pure, as <see cref="ThreadRules"/> is.</summary>
internal static class QueueRules
{
    public static Decision Decide(ModerationQueue queue, QueueCommand command, DateTimeOffset now, QueueOptions options) => command switch
    {
        TakeIn taken => Take(queue, taken, now),
        ClaimItem claim => Claim(queue, claim, now, options),
        ReleaseItem release => Release(queue, release, now),
        _ => throw new ArgumentException($"No rule for {command.GetType().Name}.", nameof(command)),
    };

    private static Decision Take(ModerationQueue queue, TakeIn command, DateTimeOffset now)
    {
        List<QueueItem> waiting = [];
        List<ItemLeft> left = [];
        foreach (var (facts, fact) in Newest(queue, command.Facts))
        {
            if (QueueItem.Of(facts, fact) is { } item) AddUnlessKnown(waiting, queue, item);
            else if (queue.Find(new QueueKey(facts.Thread.Article, fact.Number)) is not null || now - LastTouched(fact) <= Departures.KeptFor) left.Add(Departing(facts, fact));
        }

        var told = Bounded(queue, now, new ItemsTold { At = now, By = command.Actor.Id, Waiting = waiting, Left = left });
        return told.Waiting is null && told.Left is null ? Decision.Already() : Decision.Accept(told);
    }

    /// <summary>What is told of each comment last, unless the queue knows something newer.</summary>
    private static Dictionary<QueueKey, (ArticleFacts Facts, CommentFact Fact)>.ValueCollection Newest(ModerationQueue queue, IReadOnlyList<ArticleFacts> told)
    {
        var newest = new Dictionary<QueueKey, (ArticleFacts Facts, CommentFact Fact)>();
        foreach (var facts in told)
            foreach (var fact in facts.Comments)
            {
                var key = new QueueKey(facts.Thread.Article, fact.Number);
                var known = newest.TryGetValue(key, out var before) ? before.Facts.Position : queue.KnownThrough(key);
                if (known is not { } through || !facts.Position.IsBehind(through)) newest[key] = (facts, fact);
            }

        return newest.Values;
    }

    private static void AddUnlessKnown(List<QueueItem> waiting, ModerationQueue queue, QueueItem item)
    {
        if (!IsKnown(queue, item)) waiting.Add(item);
    }

    /// <summary>
    /// When the comment last became something else, as far as its facts tell. One that has not waited, and that nothing has happened to for as long as facts could be late, need not
    /// be remembered as gone: a rebuild tells of every old comment, and would push out what keeps late facts away.
    /// </summary>
    private static DateTimeOffset LastTouched(CommentFact fact) =>
        new[] { fact.At, fact.EditedAt ?? default, fact.Ruling?.At ?? default, fact.AppealedAt ?? default, fact.Reports?.Since ?? default }.Max();

    /// <summary>By its bytes: they are all that an item is.</summary>
    private static bool IsKnown(ModerationQueue queue, QueueItem item) =>
        queue.Find(item.Key) is { } known && known.Through == item.Through && Bytes(known).AsSpan().SequenceEqual(Bytes(item));

    private static byte[] Bytes(QueueItem item) => JsonSerializer.SerializeToUtf8Bytes(item, QueueJson.Stored.QueueItem);

    private static ItemLeft Departing(ArticleFacts facts, CommentFact fact)
    {
        var isDecided = fact.Status is CommentStatus.Published or CommentStatus.Rejected;
        var left = new ItemLeft(facts.Thread.Article, fact.Number, facts.Position);
        return isDecided && fact.Ruling is { } ruling ? left with { Decision = ruling.Name, By = ruling.By, At = ruling.At } : left;
    }

    /// <summary>The same, with what has become too much on the side of what leaves: whoever follows the queue sees it go.</summary>
    private static ItemsTold Bounded(ModerationQueue queue, DateTimeOffset now, ItemsTold told)
    {
        var overflow = queue.Apply(told).Overflow().ToDictionary(item => item.Key);
        var waiting = told.Waiting!.Where(item => !overflow.ContainsKey(item.Key)).ToList();
        var left = told.Left!.Concat(overflow.Values.Where(item => queue.Find(item.Key) is not null || now - item.Since <= Departures.KeptFor).Select(item => new ItemLeft(item.Article, item.Number, item.Through)))
            .Where(gone => queue.Departures.Find(gone.Key)?.Through != gone.Through)
            .ToList();
        return told with { Waiting = waiting.Count > 0 ? waiting : null, Left = left.Count > 0 ? left : null };
    }

    private static Decision Claim(ModerationQueue queue, ClaimItem command, DateTimeOffset now, QueueOptions options)
    {
        if (!command.Actor.MayModerate) return Decision.Refuse(RefusalCode.NotAllowed);
        if (queue.Find(command.Key) is not { } item) return Gone(queue, command.Key);
        var (claim, until) = (queue.ClaimOf(command.Key, now), now + options.Lease);
        if (claim is not null && claim.By.Id != command.Actor.Id) return Refuse(claim);
        if (claim is not null && until - claim.Until < options.Lease / 4) return Decision.Already(item.Number);
        return Decision.Accept(new ItemClaimed
        {
            At = now,
            By = command.Actor.Id,
            Article = item.Article,
            Number = item.Number,
            Name = command.Actor.Name,
            Until = until,
        }, item.Number);
    }

    private static Decision Release(ModerationQueue queue, ReleaseItem command, DateTimeOffset now)
    {
        if (!command.Actor.MayModerate) return Decision.Refuse(RefusalCode.NotAllowed);
        if (queue.ClaimOf(command.Key, now) is not { } claim) return Decision.Already(command.Key.Number);
        if (claim.By.Id != command.Actor.Id) return Refuse(claim);
        return Decision.Accept(
            new ItemReleased { At = now, By = command.Actor.Id, Article = command.Key.Article, Number = command.Key.Number }, command.Key.Number);
    }

    private static Decision Gone(ModerationQueue queue, QueueKey key) => queue.Departures.Find(key) is { Decided: { } decided }
        ? Decision.Refuse(new Refusal(RefusalCode.AlreadyDecided) { Decided = decided })
        : Decision.Refuse(RefusalCode.CommentUnknown);

    private static Decision Refuse(Claim claim) =>
        Decision.Refuse(new Refusal(RefusalCode.ClaimedByAnother) { Decided = new DecidedBefore("claimed", claim.By, claim.At), Until = claim.Until });
}

/// <summary>The rules the moderation queue is kept by (configuration section <c>Queue</c>).</summary>
public sealed record QueueOptions
{
    /// <summary>How long a moderator's claim lasts unless they renew it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    public IEnumerable<string> Mistakes()
    {
        if (Lease < TimeSpan.FromSeconds(5) || Lease > TimeSpan.FromHours(1)) yield return "Queue:Lease must be between 5 seconds and 1 hour.";
    }
}
