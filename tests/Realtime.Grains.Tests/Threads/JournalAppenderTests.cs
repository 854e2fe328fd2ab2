using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;
using Realtime.Grains.Tests.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Threads;

public class JournalAppenderTests
{
    private static readonly ReadOnlyMemory<byte>[] Two = [new byte[] { 1 }, new byte[] { 2 }];
    private static readonly JournalUnavailableException Unknown = new("no answer", outcomeUnknown: true);

    private readonly InterceptedJournal _journal = new();

    [Fact]
    public async Task An_append_that_arrived_without_an_answer_is_found()
    {
        var appender = await OpenAsync();
        _journal.FailOnce("append", Unknown, after: true);

        await appender.AppendAsync(Two);

        Assert.Equal(2, await LengthAsync());
        Assert.Equal(1, _journal.Count("append"));
    }

    [Fact]
    public async Task An_append_that_did_not_arrive_is_sent_again()
    {
        var appender = await OpenAsync();
        _journal.FailOnce("append", Unknown);

        await appender.AppendAsync(Two);

        Assert.Equal(2, await LengthAsync());
        Assert.Equal(2, _journal.Count("append"));
    }

    [Fact]
    public async Task An_append_that_was_never_sent_is_sent_again()
    {
        var appender = await OpenAsync();
        _journal.FailOnce("append", new JournalUnavailableException("no connection", outcomeUnknown: false));

        await appender.AppendAsync(Two);

        Assert.Equal(2, await LengthAsync());
    }

    [Fact]
    public async Task When_another_has_written_in_the_meantime_the_append_is_lost()
    {
        var appender = await OpenAsync();
        var other = await OpenAsync();
        await other.AppendAsync([new byte[] { 9 }]);
        _journal.FailOnce("append", Unknown);

        await Assert.ThrowsAsync<JournalLostException>(() => appender.AppendAsync(Two));

        Assert.Equal(1, await LengthAsync());
    }

    [Fact]
    public async Task A_journal_that_ends_too_early_gets_a_new_epoch_before_anything_else()
    {
        var appender = await OpenAsync();
        await appender.AppendAsync(Two);
        _journal.Inner.CutTail(Say.Bridge.Journal, 1);

        await Assert.ThrowsAsync<JournalLostException>(() => appender.AppendAsync(Two));

        Assert.Equal(2, (await _journal.ReadAsync(Say.Bridge.Journal, 0, 1, CancellationToken.None)).Epoch);
    }

    [Fact]
    public async Task After_a_restart_of_the_store_whoever_had_the_journal_open_goes_on_in_its_epoch()
    {
        var appender = await OpenAsync();
        _journal.Inner.Restart();
        _journal.FailOnce("append", Unknown, after: true);

        await appender.AppendAsync(Two);

        Assert.Equal((1, 2), (appender.Epoch, await LengthAsync()));
    }

    [Fact]
    public async Task When_servers_and_store_restart_together_no_old_position_is_taken_for_a_new_one()
    {
        await (await OpenAsync()).AppendAsync(Two);
        var shown = new ThreadPosition(1, 2);
        _journal.Inner.CutTail(Say.Bridge.Journal, 1);
        _journal.Inner.Restart();

        await (await OpenAsync()).AppendAsync(Two);

        var loaded = await ThreadReplica.Kind.LoadAsync(_journal, Say.Bridge.Journal, CancellationToken.None);
        var replica = new ThreadReplica(Say.Bridge, loaded, _journal, new ReplicaOptions(), TimeProvider.System, NullLogger.Instance);
        Assert.Equal(3, replica.Position.Sequence);
        Assert.Null(await replica.ChangesAsync(shown, 10, CancellationToken.None));
    }

    [Fact]
    public Task A_snapshot_of_more_than_the_journal_holds_is_passed_over_in_a_new_epoch() => new Turns().RunAsync(async () =>
    {
        var thread = Say.Serve(_journal, new WriterOptions { SnapshotEvery = 1 }, TimeProvider.System, NullLogger.Instance);
        await thread.OpenAsync(CancellationToken.None);
        for (var i = 1; i <= 3; i++) await thread.ExecuteAsync(Say.Post("ann", $"c{i}"));
        await thread.CloseAsync();
        _journal.Inner.CutTail(Say.Bridge.Journal, 1);

        var appender = new JournalAppender(_journal, Say.Bridge.Journal, new WriterOptions(), TimeProvider.System, NullLogger.Instance);
        var opened = await appender.OpenAsync(Say.Kind, CancellationToken.None);

        Assert.Equal((1, 2), (opened.LastNumber, appender.Epoch));
    });

    private async Task<JournalAppender> OpenAsync()
    {
        var appender = new JournalAppender(_journal, Say.Bridge.Journal, new WriterOptions(), TimeProvider.System, NullLogger.Instance);
        await appender.OpenAsync(Say.Kind, CancellationToken.None);
        return appender;
    }

    private async Task<int> LengthAsync() => (await _journal.ReadAsync(Say.Bridge.Journal, 0, 100, CancellationToken.None)).Entries.Count;
}
