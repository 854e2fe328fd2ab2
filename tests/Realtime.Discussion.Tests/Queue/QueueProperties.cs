using CsCheck;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Queue;

/// <summary>What holds for every queue, in whatever order and however often it is told what.</summary>
public class QueueProperties
{
    private static readonly Gen<CommentFact> AnyFact =
        Gen.Select(Gen.Int[1, 6], Gen.Enum<CommentStatus>(), Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[1, 3], Gen.OneOf("ani", "bagrat")).Select((number, status, reporters, ruling, revision, by) =>
            Desk.Comment(number, status, by) with
            {
                Revision = revision,
                Reports = reporters > 0 ? Desk.Reported(reporters, reporters == 4) : null,
                Ruling = ruling < 3 ? Desk.Ruled((RulingKind)ruling, Math.Min(revision, 2)) : null,
                AppealedAt = reporters == 2 ? Desk.Noon : null,
                Findings = ruling == 0 ? [Desk.Found(StepNames.Words)] : [],
            });

    /// <summary>What two threads tell one after the other; the same sequence is told once only.</summary>
    private static readonly Gen<List<ArticleFacts>> Told =
        Gen.Select(Gen.OneOf("bridge", "tunnel"), Gen.Int[0, 5], AnyFact.Array[1, 3]).List[1, 30].Select(told =>
            told.Select((one, index) => Desk.Facts(one.Item1, new ThreadPosition(one.Item2 == 5 ? 2 : 1, index + 1), [.. one.Item3.DistinctBy(fact => fact.Number)])).ToList());

    [Fact]
    public void Any_interleaving_duplication_or_late_delivery_gives_the_queue_of_the_last_facts() =>
        Gen.Select(Told, Gen.Int[0, 1_000_000].Array[60], Gen.Int[1, 4]).Sample((told, shuffle, batch) =>
        {
            var twice = told.Concat(told).Select((facts, index) => (facts, Order: shuffle[index])).OrderBy(pair => pair.Order).Select(pair => pair.facts);
            var desk = new Desk();
            foreach (var some in twice.Chunk(batch)) desk.Give(TakeIn.Of(some));

            return Items(desk.State).SequenceEqual(Items(Expected(told)));
        });

    [Fact]
    public void Replaying_the_journal_gives_the_live_state() => Desks.Sample(desk =>
        Same(desk, desk.State, desk.Journal.Aggregate(ModerationQueue.Empty, (queue, @event) => desk.Aggregate.Apply(queue, @event))));

    [Fact]
    public void A_snapshot_and_the_tail_give_the_live_state() => Gen.Select(Desks, Gen.Double.Unit).Sample((desk, share) =>
    {
        var cut = (int)(desk.Journal.Count * share);
        var before = desk.Journal.Take(cut).Aggregate(ModerationQueue.Empty, (queue, @event) => desk.Aggregate.Apply(queue, @event));
        var reopened = desk.Aggregate.FromSnapshot(desk.Aggregate.ToSnapshot(before))!;
        return Same(desk, desk.State, desk.Journal.Skip(cut).Aggregate(reopened, (queue, @event) => desk.Aggregate.Apply(queue, @event)));
    });

    [Fact]
    public void Counts_and_pages_are_what_counting_gives() => Desks.Sample(desk =>
    {
        var all = desk.State.Page(new QueueFilter(), null, 1_000);
        Assert.All(Enum.GetValues<QueueState>(), state => Assert.Equal(all.Count(item => item.State == state), desk.State.CountOf(state)));
        Assert.Equal(all.Count(item => item.Rank == QueueRank.Illegal), desk.State.UrgentCount);
        Assert.Equal(all.Count, desk.State.Count);
        Assert.Equal(all.Select(item => item.Place).Order(), all.Select(item => item.Place));
        Assert.All(Filters, filter => Assert.Equal(
            all.Where(filter.Admits).Select(item => item.Key), desk.State.Page(filter, null, 1_000).Select(item => item.Key)));
    });

    [Fact]
    public void Two_moderators_never_hold_the_same_item_at_the_same_time() => Steps.Sample(steps =>
    {
        var (desk, holder, until) = (new Desk(), default(UserId?), default(DateTimeOffset));
        desk.Tell(1, Desk.Pending());
        foreach (var (who, what, seconds) in steps)
        {
            desk.Now += TimeSpan.FromSeconds(seconds);
            var held = desk.Now < until ? holder : null;
            if (what == 0 && desk.Release(who).IsAccepted) (holder, until) = Released(who, held);
            else if (what > 0 && desk.Claim(who).IsAccepted) (holder, until) = Claimed(desk, who, held);
        }
    });

    [Fact]
    public void A_reader_who_takes_in_the_changes_sees_the_queue() => Gen.Select(Desks, Gen.Int[1, 5]).Sample((desk, size) =>
    {
        var (queue, shown, at) = (ModerationQueue.Empty, new Dictionary<(string, int), string>(), 0);
        foreach (var events in desk.Journal.Chunk(size))
        {
            queue = events.Aggregate(queue, (state, @event) => desk.Aggregate.Apply(state, @event));
            var changed = QueueViews.Changes(Desk.Site, queue, new ThreadPosition(1, at += events.Length), events, desk.Now);
            foreach (var item in changed.Items) shown[(item.Article, item.Number)] = $"{item.Order} {item.State} {item.Claim?.By.Id}";
            foreach (var left in changed.Left) shown.Remove((left.Article, left.Number));
        }

        var page = QueueViews.Page(queue, default, new QueueFilter(), null, 1_000, desk.Now).Items;
        return shown.Count == page.Count && page.All(item => shown[(item.Article, item.Number)] == $"{item.Order} {item.State} {item.Claim?.By.Id}");
    });

    [Fact]
    public void A_damaged_snapshot_is_passed_over() => Gen.Select(Desks, Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample((desk, at, change) =>
    {
        var bytes = desk.Aggregate.ToSnapshot(desk.State).ToArray();
        bytes[at % bytes.Length] ^= change;
        return desk.Aggregate.FromSnapshot(bytes) is null && desk.Aggregate.FromSnapshot(bytes.AsMemory(0, at % bytes.Length)) is null;
    });

    [Fact]
    public void Any_bytes_are_an_event_that_changes_nothing() => Gen.Byte.Array.Sample(bytes =>
        new Desk().Aggregate.Decode(bytes) is UnknownQueueEvent unknown && new Desk().Aggregate.Apply(ModerationQueue.Empty, unknown) == ModerationQueue.Empty);

    private static readonly Gen<List<(Actor, int, int)>> Steps =
        Gen.Select(Gen.OneOf(Desk.Mariam, Desk.Petros, Desk.Mariam with { Id = new UserId("third") }), Gen.Int[0, 2], Gen.Int[0, 90]).List[1, 60];

    private static readonly Gen<Desk> Desks = Gen.Select(Told, Steps).Select((told, steps) =>
    {
        var desk = new Desk();
        for (var i = 0; i < Math.Max(told.Count, steps.Count); i++)
        {
            if (i < told.Count) desk.Give(TakeIn.Of([told[i]]));
            if (i >= steps.Count) continue;
            desk.Now += TimeSpan.FromSeconds(steps[i].Item3);
            if (steps[i].Item2 == 0) desk.Release(steps[i].Item1, 1 + i % 6);
            else desk.Claim(steps[i].Item1, 1 + i % 6);
        }

        return desk;
    });

    private static readonly QueueFilter[] Filters =
    [
        new(), new(QueueState.Pending), new(QueueState.Reported), new(QueueState.New), new(Person: People.Ani.Id), new(Article: Desk.Key(1).Article),
        new(QueueState.New, People.Bagrat.Id), new(QueueState.Pending, People.Ani.Id, Desk.Key(1).Article),
    ];

    private static (UserId?, DateTimeOffset) Released(Actor who, UserId? held)
    {
        Assert.Equal(who.Id, held);
        return (null, default);
    }

    private static (UserId?, DateTimeOffset) Claimed(Desk desk, Actor who, UserId? held)
    {
        Assert.True(held is null || held == who.Id);
        return (who.Id, desk.State.ClaimOf(Desk.Key(1), desk.Now)!.Until);
    }

    /// <summary>Every thread's last fact of every comment, told in order.</summary>
    private static ModerationQueue Expected(List<ArticleFacts> told)
    {
        var desk = new Desk();
        var last = told.SelectMany(facts => facts.Comments.Select(fact => (facts, fact)))
            .GroupBy(pair => (pair.facts.Thread, pair.fact.Number))
            .Select(group => group.MaxBy(pair => (pair.facts.Position.Epoch, pair.facts.Position.Sequence)));
        foreach (var (facts, fact) in last) desk.Give(TakeIn.Of([facts with { Comments = [fact] }]));
        return desk.State;
    }

    private static IEnumerable<string> Items(ModerationQueue queue) =>
        queue.Page(new QueueFilter(), null, 1_000).Select(item => $"{item.Place} {item.Through} {item.State} {item.Revision} {item.Reports?.Reporters}");

    private static bool Same(Desk desk, ModerationQueue one, ModerationQueue other) =>
        desk.Aggregate.ToSnapshot(one).Span.SequenceEqual(desk.Aggregate.ToSnapshot(other).Span);
}
