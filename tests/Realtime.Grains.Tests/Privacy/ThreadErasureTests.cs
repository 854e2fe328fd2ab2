using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Privacy;
using Realtime.Grains.Replicas;
using Realtime.Grains.Tests.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Privacy;

public class ThreadErasureTests
{
    private static readonly Actor Ann = new(new UserId("u-17"), "Annabella", Roles.None);
    private static readonly string[] Traces = ["u-17", "Annabella", "harbourwords"];
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly InterceptedJournal _journal = new();
    private readonly Turns _turns = new();

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_journal_and_snapshot()
    {
        await TalkAsync();
        await EraseAsync();
        Assert.Empty(await FoundAsync());
        Assert.Equal(("", "bob"), await AuthorsInSnapshotAsync());
    }

    [Fact]
    public async Task The_rewritten_journal_replays_to_the_state_that_the_thread_has()
    {
        await TalkAsync();
        var live = await EraseAsync();
        var (replayed, sequence) = (Say.Kind.Begin(), 0L);
        foreach (var entry in (await _journal.Inner.ReadAsync(Say.Bridge.Journal, 0, 100, None)).Entries)
        {
            replayed = Say.Kind.Apply(replayed, Say.Kind.Decode(entry.Span));
            sequence++;
        }

        Assert.Equal(live.Sequence, sequence);
        Assert.Equal(Say.Kind.ToSnapshot(live).ToArray(), Say.Kind.ToSnapshot(replayed).ToArray());
    }

    [Theory]
    [InlineData("rewrite")]
    [InlineData("save")]
    public async Task An_erasure_that_was_cut_short_is_finished_when_it_is_repeated(string at)
    {
        await TalkAsync();
        _journal.FailOnce(at, new JournalUnavailableException("gone", outcomeUnknown: true), after: true);
        await Assert.ThrowsAsync<JournalUnavailableException>(EraseAsync);
        Assert.NotEmpty(await FoundAsync());

        var thread = await EraseAsync();

        Assert.Empty(await FoundAsync());
        Assert.Equal(("", "bob"), await AuthorsInSnapshotAsync());
        Assert.Equal((CommentStatus.Erased, 1), (thread.Find(1)!.Status, thread.PublishedCount));
    }

    [Fact]
    public async Task A_copy_whose_last_entry_was_rewritten_goes_on_in_the_same_epoch()
    {
        await _turns.RunAsync(async () => await (await ServeAsync()).ExecuteAsync(Post()));
        var replica = NewReplica();
        await replica.RefreshAsync(None);
        var before = replica.Position;

        await EraseAsync();

        Assert.True(await replica.RefreshAsync(None));
        Assert.Equal(new ThreadPosition(before.Epoch, 2), replica.Position);
        Assert.Equal("erased", (await replica.CommentAsync(1, Viewer.Anybody, None))!.Comment.Status);
    }

    private static PostComment Post() => new() { Actor = Ann, ClientCommentId = "a1", Body = Say.Body("the harbourwords of ann") };

    private async Task TalkAsync() => await _turns.RunAsync(async () =>
    {
        var thread = await ServeAsync();
        ThreadCommand[] commands =
        [
            Post(), Say.Post("bob", "b1", "no", replyTo: 1, quote: new Quote(1, 1, "harbourwords")),
            new EditComment { Actor = Ann, Number = 1, Revision = 1, Body = Say.Body("more harbourwords"), ClientEditId = "e1" },
            new Discussion.Reactions.SetReaction { Actor = Ann, Number = 2, Kind = "like", On = true },
        ];
        foreach (var command in commands) Assert.Null((await thread.ExecuteAsync(command)).Refusal);
    });

    private Task<ArticleThread> EraseAsync() => _turns.RunAsync(async () =>
    {
        var thread = await ServeAsync();
        var outcome = await new ThreadErasure(thread, () => Task.CompletedTask).EraseAsync(new ErasePerson { Actor = Ann, User = Ann.Id });
        Assert.Null(outcome.Refusal);
        return thread.State;
    });

    private async Task<ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>> ServeAsync()
    {
        var thread = Say.Serve(_journal, new WriterOptions { SnapshotEvery = 1 }, TimeProvider.System, NullLogger.Instance);
        await thread.OpenAsync(None);
        return thread;
    }

    /// <summary>An empty one: its last entry comes from the journal, not from a snapshot.</summary>
    private ThreadReplica NewReplica() => new(
        Say.Bridge, new Loaded<ArticleThread>(Say.Kind.Begin(), 0, 0, 0), _journal.Inner, new ReplicaOptions(), TimeProvider.System, NullLogger.Instance);

    private async Task<IEnumerable<string>> FoundAsync()
    {
        var all = string.Concat((await _journal.Inner.ReadAsync(Say.Bridge.Journal, 0, 100, None)).Entries.Select(entry => Encoding.UTF8.GetString(entry.Span)));
        return Traces.Where(trace => all.Contains(trace, StringComparison.Ordinal));
    }

    private async Task<(string, string)> AuthorsInSnapshotAsync()
    {
        var thread = Say.Kind.FromSnapshot((await _journal.Inner.ReadSnapshotAsync(Say.Bridge.Journal, None))!.Bytes)!;
        return (thread.Find(1)!.Author.Name, thread.Find(2)!.Author.Name);
    }
}
