using CsCheck;
using Realtime.Discussion.Commenters;
using Xunit;

namespace Realtime.Discussion.Tests.Commenters;

/// <summary>What holds for every commenter, in whatever order and however often they are told what.</summary>
public class CommenterProperties
{
    private static readonly Gen<CommenterCommand> Any = Gen.Frequency<CommenterCommand>(
        (6, Gen.Select(Gen.Int[1, 8], Gen.Int[1, 40], Gen.Bool, Gen.OneOf("bagrat", "garo")).Select(CommenterCommand (number, sequence, isWithdrawn, from) =>
            TakeNotices.Of([isWithdrawn ? LiveCommenter.Withdrawn(number, sequence) : LiveCommenter.Item(number, sequence, from)]))),
        (1, Gen.Int[0, 20].Select(CommenterCommand (through) => new ReadInbox { Actor = People.Ani, Through = through })),
        (1, Gen.OneOf("bagrat", "garo").Select(CommenterCommand (who) => new IgnorePerson { Actor = People.Ani, User = new(who) })),
        (1, Gen.OneOf("bagrat", "garo").Select(CommenterCommand (who) => new HeedPerson { Actor = People.Ani, User = new(who) })),
        (1, Gen.Int[0, 30].Select(CommenterCommand (iat) => new TellProfile { Actor = People.Ani with { Name = $"Ani {iat % 3}" }, IssuedAt = LiveCommenter.Noon.AddSeconds(iat) })),
        (1, Gen.Const((CommenterCommand)new EraseCommenter { Actor = People.Ani })));

    private static readonly Gen<LiveCommenter> Commenters = Any.List[0, 60].Select(commands =>
    {
        var live = new LiveCommenter { Now = LiveCommenter.Noon.AddDays(-2) };
        foreach (var command in commands)
        {
            live.Give(command);
            live.Now += TimeSpan.FromMinutes(1);
        }

        return live;
    });

    [Fact]
    public void Any_interleaving_duplication_or_late_delivery_gives_the_inbox_of_the_last_notices() =>
        Gen.Select(Gen.Select(Gen.Int[1, 6], Gen.Bool).List[1, 20], Gen.Int[0, 1_000_000].Array[40], Gen.Int[1, 4]).Sample((told, shuffle, batch) =>
        {
            var items = told.Select((one, index) => one.Item2 ? LiveCommenter.Withdrawn(one.Item1, index + 1) : LiveCommenter.Item(one.Item1, index + 1)).ToList();
            var live = new LiveCommenter();
            foreach (var some in items.Concat(items).Select((item, index) => (item, Order: shuffle[index])).OrderBy(pair => pair.Order).Select(pair => pair.item).Chunk(batch))
                live.Take(some);

            var expected = items.GroupBy(item => item.Key).Select(group => group.Last()).Where(item => !item.IsWithdrawn);
            return live.State.Readable.Select(entry => entry.Item).OrderBy(item => item.Key, StringComparer.Ordinal)
                .SequenceEqual(expected.OrderBy(item => item.Key, StringComparer.Ordinal));
        });

    [Fact]
    public void Replaying_the_journal_gives_the_live_state() => Commenters.Sample(live =>
        Same(live, live.State, live.Journal.Aggregate(Commenter.Unknown, (state, @event) => live.Aggregate.Apply(state, @event))));

    [Fact]
    public void A_snapshot_and_the_tail_give_the_live_state() => Gen.Select(Commenters, Gen.Double.Unit).Sample((live, share) =>
    {
        var cut = (int)(live.Journal.Count * share);
        var before = live.Journal.Take(cut).Aggregate(Commenter.Unknown, (state, @event) => live.Aggregate.Apply(state, @event));
        var reopened = live.Aggregate.FromSnapshot(live.Aggregate.ToSnapshot(before))!;
        return Same(live, live.State, live.Journal.Skip(cut).Aggregate(reopened, (state, @event) => live.Aggregate.Apply(state, @event)));
    });

    [Fact]
    public void A_command_given_again_at_once_makes_no_second_event() => Gen.Select(Commenters, Any).Sample((live, command) =>
    {
        live.Give(command);
        return !live.Give(command).IsAccepted;
    });

    [Fact]
    public void An_open_page_that_takes_in_the_changes_shows_the_inbox() => Commenters.Sample(live =>
    {
        var (state, shown, unread) = (Commenter.Unknown, new Dictionary<long, string>(), 0);
        foreach (var @event in live.Journal)
        {
            var next = live.Aggregate.Apply(state, @event);
            if (InboxViews.Changes(LiveCommenter.Site, state, next) is { } changes)
            {
                foreach (var item in changes.Items) shown[item.Id] = item.ToString();
                foreach (var id in changes.Gone ?? []) shown.Remove(id);
                unread = changes.Unread;
            }

            state = next;
        }

        var page = InboxViews.Page(LiveCommenter.Site, state, null, 1_000);
        return unread == page.Unread && page.Items.Count == shown.Count && page.Items.All(item => shown[item.Id] == item.ToString());
    });

    [Fact]
    public void A_damaged_snapshot_is_passed_over() => Gen.Select(Commenters, Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample((live, at, change) =>
    {
        var bytes = live.Aggregate.ToSnapshot(live.State).ToArray();
        bytes[at % bytes.Length] ^= change;
        return live.Aggregate.FromSnapshot(bytes) is null;
    });

    [Fact]
    public void Any_bytes_are_an_event_that_changes_nothing() => Gen.Byte.Array.Sample(bytes => new CommenterAggregate().Decode(bytes) is UnknownCommenterEvent);

    private static bool Same(LiveCommenter live, Commenter one, Commenter other) =>
        live.Aggregate.ToSnapshot(one).Span.SequenceEqual(live.Aggregate.ToSnapshot(other).Span);
}
