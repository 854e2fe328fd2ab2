using System.Text;
using CsCheck;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Threads;

/// <summary>What holds for every thread, whatever was asked of it.</summary>
public class ThreadProperties
{
    [Fact]
    public void Replaying_the_journal_gives_the_live_state() =>
        Commands.Threads.Sample(thread => Same(thread.State, thread.Replay()));

    [Fact]
    public void A_snapshot_and_the_tail_give_the_live_state() =>
        Gen.Select(Commands.Threads, Gen.Double.Unit).Sample((thread, share) =>
        {
            var cut = (int)(thread.Journal.Count * share);
            var reopened = ThreadSnapshotCodec.Decode(ThreadSnapshotCodec.Encode(thread.Replay(cut)))!;
            foreach (var entry in thread.Journal.Skip(cut)) reopened.Apply(ThreadEventCodec.Decode(entry.Span));
            return Same(thread.State, reopened);
        });

    [Fact]
    public void A_reopened_thread_decides_as_the_live_one() =>
        Gen.Select(Commands.Threads, Commands.Any.List[1, 20]).Sample((thread, commands) =>
        {
            var reopened = ThreadSnapshotCodec.Decode(ThreadSnapshotCodec.Encode(thread.State))!;
            return commands.All(command => Bytes(ThreadRules.Decide(thread.State, command, thread.Now, thread.House))
                .SequenceEqual(Bytes(ThreadRules.Decide(reopened, command, thread.Now, thread.House))));
        });

    [Fact]
    public void A_decision_changes_nothing_and_is_always_the_same() =>
        Gen.Select(Commands.Threads, Commands.Any).Sample((thread, command) =>
        {
            var before = ThreadSnapshotCodec.Encode(thread.State).ToArray();
            var (first, second) = (ThreadRules.Decide(thread.State, command, thread.Now, thread.House), ThreadRules.Decide(thread.State, command, thread.Now, thread.House));
            return Bytes(first).SequenceEqual(Bytes(second)) && before.SequenceEqual(ThreadSnapshotCodec.Encode(thread.State).ToArray());
        });

    [Fact]
    public void Counts_are_what_counting_gives() => Commands.Threads.Sample(thread =>
    {
        var all = All(thread.State);
        Assert.Equal(all.Count(comment => comment.IsPublished), thread.State.PublishedCount);
        foreach (var comment in all)
        {
            Assert.Equal(all.Count(reply => reply.IsPublished && reply.ReplyTo == comment.Number), comment.ReplyCount);
            Assert.Equal(all.Where(one => one.QuoteOf == comment.Number).Select(one => one.Number), thread.State.QuotedBy(comment.Number));
            Assert.Equal(comment.Reactions.Counts().Values.Sum(), comment.Reactions.Total);
        }
    });

    [Fact]
    public void Numbers_are_dense_and_sequences_count_the_events() => Commands.Threads.Sample(thread =>
        thread.State.Sequence == thread.Journal.Count
        && All(thread.State).Select(comment => comment.Number).SequenceEqual(Enumerable.Range(1, thread.State.LastNumber)));

    [Fact]
    public void A_command_given_again_at_once_makes_no_second_event() =>
        Gen.Select(Commands.Threads, Commands.Any).Sample((thread, command) =>
        {
            thread.Give(command);
            var again = thread.Give(command);
            return !again.IsAccepted;
        });

    [Fact]
    public void A_damaged_snapshot_is_passed_over() =>
        Gen.Select(Commands.Threads, Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample((thread, at, change) =>
        {
            var bytes = ThreadSnapshotCodec.Encode(thread.State).ToArray();
            bytes[at % bytes.Length] ^= change;
            return ThreadSnapshotCodec.Decode(bytes) is null;
        });

    [Fact]
    public void A_snapshot_cut_short_is_passed_over() =>
        Gen.Select(Commands.Threads, Gen.Double.Unit).Sample((thread, share) =>
        {
            var bytes = ThreadSnapshotCodec.Encode(thread.State);
            return ThreadSnapshotCodec.Decode(bytes[..(int)(bytes.Length * share * 0.999)]) is null;
        });

    [Fact]
    public void Any_bytes_are_no_snapshot() => Gen.Byte.Array.Sample(bytes => ThreadSnapshotCodec.Decode(bytes) is null);

    [Fact]
    public void A_journal_with_holes_and_nonsense_still_opens_and_keeps_its_promises() =>
        Gen.Select(Commands.Threads, Gen.Int[0, 5].List[1, 120]).Sample((thread, damage) =>
        {
            var (damaged, position) = (new ArticleThread(), 0);
            foreach (var entry in thread.Journal)
            {
                var fate = damage[position++ % damage.Count];
                damaged.Apply(fate switch { 0 => Decode("?"u8), 1 => Decode("""{"event":"later","v":1}"""u8), _ => ThreadEventCodec.Decode(entry.Span) });
            }

            var all = All(damaged);
            return damaged.Sequence == thread.Journal.Count
                && damaged.PublishedCount == all.Count(comment => comment.IsPublished)
                && all.All(comment => comment.ReplyCount == all.Count(reply => reply.IsPublished && reply.ReplyTo == comment.Number))
                && Same(damaged, ThreadSnapshotCodec.Decode(ThreadSnapshotCodec.Encode(damaged))!);
        });

    [Fact]
    public void The_ways_to_comments_are_those_of_a_fresh_search() => Commands.Threads.Sample(thread =>
    {
        foreach (var written in All(thread.State).Where(comment => comment.Author != ArticleThread.Nobody).GroupBy(comment => comment.Author.Id))
            Assert.Equal(written.Select(comment => comment.Number), thread.State.CommentsOf(written.Key));
        Assert.Equal(All(thread.State).Count(comment => comment.Origin is not null), Enumerable.Range(1, 9).Count(from =>
            thread.State.FindReceived(ThreadKey.Parse("gazette/before"), from) is not null));
        Assert.All(thread.State.Pinned, number => Assert.True(thread.State.Find(number)!.IsPublished));
    });

    [Fact]
    public void After_an_erasure_the_rewritten_journal_gives_the_same_thread_and_has_nothing_of_the_person() =>
        Gen.Select(Commands.Threads, Gen.OneOf(People.Ani, People.Moderator, People.Commenter("c"), People.Guest)).Sample((thread, person) =>
        {
            var authors = thread.Events().Select(Redaction.AuthorIn).OfType<(int Number, UserId Author)>().GroupBy(posted => posted.Number)
                .ToDictionary(posted => posted.Key, posted => posted.First().Author);
            if (thread.Give(new ErasePerson { Actor = People.OtherModerator, User = person.Id }) is not { Event: PersonErased erasure }) return;
            var rewritten = thread.Events().Select(@event => Redaction.Of(@event, erasure, number => authors.TryGetValue(number, out var author) ? author : null) ?? @event)
                .Select(@event => ThreadEventCodec.Encode(@event)).ToList();
            var replayed = new ArticleThread();
            foreach (var entry in rewritten) replayed.Apply(ThreadEventCodec.Decode(entry.Span));

            Assert.True(Same(thread.State, replayed));
            var (bytes, snapshot) = (string.Concat(rewritten.Select(entry => Encoding.UTF8.GetString(entry.Span))), Encoding.UTF8.GetString(ThreadSnapshotCodec.Encode(replayed).Span));
            foreach (var trace in new[] { $"\"{person.Id}\"", person.Name }) Assert.DoesNotContain(trace, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Name, snapshot, StringComparison.Ordinal);
            foreach (var written in thread.Events().OfType<CommentPosted>().Where(posted => posted.By == person.Id))
                Assert.DoesNotContain(written.Body.Html, bytes, StringComparison.Ordinal);
        });

    private static ThreadEvent Decode(ReadOnlySpan<byte> entry) => ThreadEventCodec.Decode(entry);

    private static List<Comment> All(ArticleThread thread) => [.. Enumerable.Range(1, thread.LastNumber).Select(number => thread.Find(number)!)];

    private static bool Same(ArticleThread one, ArticleThread other) =>
        ThreadSnapshotCodec.Encode(one).Span.SequenceEqual(ThreadSnapshotCodec.Encode(other).Span);

    private static byte[] Bytes(Decision decision) =>
        decision.Event is { } @event ? ThreadEventCodec.Encode((ThreadEvent)@event).ToArray() : Encoding.UTF8.GetBytes($"{decision.Refusal} {decision.Number}");
}
