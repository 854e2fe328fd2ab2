using Realtime.Testing;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Redis.Stores;
using Realtime.Redis.Tests.Processes;

namespace Realtime.Redis.Tests.Journals;

/// <summary>What a writer is told when the store goes away, and what it finds afterwards.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private static readonly JournalKey Key = new("gazette/harbour-bridge");
    private readonly RedisServer _server = new([.. RedisServer.Durable, "--enable-debug-command", "yes"]);
    private OpenedStore? _store;

    private IJournal Journal => _store!.Journal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(RedisServer.IsInstalled, RedisServer.WhyMissing);
        _store = await OpenAsync(await _server.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_append_that_the_store_never_answered_has_an_unknown_outcome_and_is_found_by_reading()
    {
        await using var impatient = await OpenAsync(_server.Options with { CommandTimeout = TimeSpan.FromMilliseconds(300) });
        var (writer, head) = await Journal.OpenAsync(Key, Cancellation);
        await using var admin = await _server.ConnectAdminAsync();
        await admin.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "60000", "WRITE");
        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() => impatient.Journal.AppendAsync(writer, head, [new byte[] { 1 }, new byte[] { 2 }], Cancellation));
        Assert.True(failure.OutcomeUnknown);

        await admin.GetDatabase().ExecuteAsync("CLIENT", "UNPAUSE");
        var (_, found) = await Journal.OpenAsync(Key, Cancellation);
        Assert.Equal(2, found);
        Assert.Equal(new byte[] { 1 }, (await Journal.ReadAsync(Key, 0, 5, Cancellation)).Entries[0].ToArray());
    }

    [Fact]
    public async Task An_append_in_flight_when_the_store_dies_has_an_unknown_outcome()
    {
        var (writer, head) = await Journal.OpenAsync(Key, Cancellation);
        await using var admin = await _server.ConnectAdminAsync();
        await admin.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "60000", "WRITE");
        var append = Journal.AppendAsync(writer, head, [new byte[1]], Cancellation);
        await _server.KillAsync();
        Assert.True((await Assert.ThrowsAsync<JournalUnavailableException>(() => append)).OutcomeUnknown);
    }

    [Fact]
    public async Task A_store_that_is_down_is_told_at_once_and_nothing_was_sent()
    {
        var (writer, head) = await Journal.OpenAsync(Key, Cancellation);
        await _server.KillAsync();
        await Eventually.HoldsAsync("the connection is lost", () => Task.FromResult(!_store!.Connection.IsConnected));
        Assert.False((await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.AppendAsync(writer, head, [new byte[1]], Cancellation))).OutcomeUnknown);
        Assert.False((await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.ReadAsync(Key, 0, 5, Cancellation))).OutcomeUnknown);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.OpenAsync(Key, Cancellation));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => _store!.PingAsync(Cancellation));
    }

    [Fact]
    public async Task After_the_store_is_back_the_same_writer_goes_on()
    {
        var (writer, _) = await Journal.OpenAsync(Key, Cancellation);
        await Journal.AppendAsync(writer, 0, [new byte[1]], Cancellation);
        await _server.KillAsync();
        await _server.StartAsync();
        await Eventually.HoldsAsync("the store answers again", PingsAsync);
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, 1, [new byte[1]], Cancellation));
    }

    [Fact]
    public async Task A_store_that_forgot_the_scripts_is_told_them_again()
    {
        var (writer, head) = await Journal.OpenAsync(Key, Cancellation);
        await using var admin = await _server.ConnectAdminAsync();
        await admin.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, head, [new byte[1]], Cancellation));
    }

    [Fact]
    public async Task A_store_that_is_full_refuses_and_the_outcome_is_known()
    {
        var (writer, head) = await Journal.OpenAsync(Key, Cancellation);
        await using var admin = await _server.ConnectAdminAsync();
        await admin.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", "1");
        var failure = await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.AppendAsync(writer, head, [new byte[1]], Cancellation));
        Assert.False(failure.OutcomeUnknown);
        await admin.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(writer, head, [new byte[1]], Cancellation));
    }

    [Fact]
    public async Task A_wiped_store_hands_out_neither_an_epoch_nor_a_writer_epoch_again()
    {
        var (before, _) = await Journal.OpenAsync(Key, Cancellation);
        await using var admin = await _server.ConnectAdminAsync();
        await admin.GetDatabase().ExecuteAsync("FLUSHALL");
        var (after, head) = await Journal.OpenAsync(Key, Cancellation);
        Assert.Equal(0, head);
        Assert.True(after.Epoch > before.Epoch);
        Assert.True(after.WriterEpoch > before.WriterEpoch);
        Assert.Equal(AppendResult.Fenced, await Journal.AppendAsync(before, 0, [new byte[1]], Cancellation));
    }

    [Fact]
    public async Task A_journal_opened_anew_after_a_restart_begins_a_new_epoch_once()
    {
        var (before, _) = await Journal.OpenAsync(Key, Cancellation);
        await Journal.AppendAsync(before, 0, [new byte[1], new byte[1]], Cancellation);
        await RestartAsync();

        var after = await Journal.OpenAsync(Key, Cancellation);
        var again = await Journal.OpenAsync(Key, Cancellation);

        Assert.Equal((true, 2), (after.BeganEpoch, after.Head));
        Assert.True(after.Writer.Epoch > before.Epoch);
        Assert.Equal((false, after.Writer.Epoch), (again.BeganEpoch, again.Writer.Epoch));
        Assert.Equal(after.Writer.Epoch, (await Journal.ReadAsync(Key, 0, 1, Cancellation)).Epoch);
    }

    [Fact]
    public async Task A_position_in_a_tail_that_was_cut_is_of_another_epoch_however_far_the_journal_goes_then()
    {
        var (before, _) = await Journal.OpenAsync(Key, Cancellation);
        await Journal.AppendAsync(before, 0, [new byte[] { 1 }], Cancellation);
        await Journal.AppendAsync(before, 1, [new byte[] { 2 }], Cancellation);
        await RestartAsync(cutTail: 10);

        var (after, head) = await Journal.OpenAsync(Key, Cancellation);
        await Journal.AppendAsync(after, head, [new byte[] { 3 }, new byte[] { 4 }], Cancellation);

        Assert.Equal(1, head);
        Assert.True(after.Epoch > before.Epoch);
    }

    [Fact]
    public async Task A_writer_that_held_the_journal_through_the_restart_keeps_the_epoch()
    {
        var (before, _) = await Journal.OpenAsync(Key, Cancellation);
        await Journal.AppendAsync(before, 0, [new byte[1]], Cancellation);
        await RestartAsync();

        var reopened = await Journal.ReopenAsync(before, Cancellation);
        var replaced = await Journal.OpenAsync(Key, Cancellation);
        var late = await Journal.ReopenAsync(before, Cancellation);

        Assert.Equal((false, before.Epoch, 1), (reopened.BeganEpoch, reopened.Writer.Epoch, reopened.Head));
        Assert.True(replaced.BeganEpoch);
        Assert.Equal(replaced.Writer.Epoch, late.Writer.Epoch);
    }

    [Fact]
    public async Task A_journal_that_an_earlier_version_opened_last_keeps_its_epoch()
    {
        var (before, _) = await Journal.OpenAsync(Key, Cancellation);
        await _store!.Connection.GetDatabase().HashDeleteAsync(_store.Keys.Meta(Key), "run");
        await RestartAsync();

        Assert.Equal(before.Epoch, (await Journal.OpenAsync(Key, Cancellation)).Writer.Epoch);
    }

    [Fact]
    public async Task A_store_that_never_forgets_begins_no_epoch()
    {
        await using var server = new RedisServer(RedisServer.OnDisk);
        await using var store = await OpenAsync(await server.StartAsync());
        var (before, _) = await store.Journal.OpenAsync(Key, Cancellation);
        await server.KillAsync();
        await server.StartAsync();
        await Eventually.HoldsAsync("the store answers again", () => PingsAsync(store));

        Assert.Equal(before.Epoch, (await store.Journal.OpenAsync(Key, Cancellation)).Writer.Epoch);
    }

    [Fact]
    public async Task Entries_lost_before_a_full_segment_are_not_jumped_over()
    {
        var (writer, _) = await Journal.OpenAsync(Key, Cancellation);
        await Journal.AppendAsync(writer, 0, [.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[1], JournalSegments.Length)], Cancellation);
        await _store!.Connection.GetDatabase().ListRightPopAsync(_store.Keys.Segment(Key, 0));
        Assert.Equal(AppendResult.HeadMoved, await Journal.AppendAsync(writer, JournalSegments.Length, [new byte[1]], Cancellation));
    }

    [Fact]
    public async Task Parts_of_a_snapshot_that_a_crash_left_behind_go_at_the_next_opening()
    {
        var (writer, _) = await Journal.OpenAsync(Key, Cancellation);
        var database = _store!.Connection.GetDatabase();
        await database.HashSetAsync(_store.Keys.Meta(Key), "discard", $"{writer.Epoch}:5:left-1:2:600000");
        await database.StringSetAsync(_store.Keys.SnapshotPart(Key, "left-1", 0), new byte[10]);
        await Journal.OpenAsync(Key, Cancellation);
        await Eventually.HoldsAsync("the part is gone", async () => !await database.KeyExistsAsync(_store.Keys.SnapshotPart(Key, "left-1", 0)));
    }

    [Fact]
    public async Task The_head_of_a_long_journal_costs_no_more_questions_than_that_of_a_short_one()
    {
        var (writer, _) = await Journal.OpenAsync(Key, Cancellation);
        for (var head = 0; head < 100 * JournalSegments.Length; head += JournalSegments.Length)
            await Journal.AppendAsync(writer, head, [.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[1], JournalSegments.Length)], Cancellation);
        await using var admin = await _server.ConnectAdminAsync();
        await admin.GetDatabase().ExecuteAsync("CONFIG", "RESETSTAT");
        await Journal.OpenAsync(Key, Cancellation);
        var stats = (string?)await admin.GetDatabase().ExecuteAsync("INFO", "commandstats");
        Assert.InRange(int.Parse(stats!.Split("cmdstat_llen:calls=")[1].Split(',')[0], CultureInfo.InvariantCulture), 1, 3 * 33);
    }

    private static Task<OpenedStore> OpenAsync(StoreOptions options) =>
        Store.OpenAsync(options, ".", NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

    private async Task RestartAsync(int cutTail = 0)
    {
        // What was acknowledged reaches the log on disk within a second, and only what is there can be cut off.
        await using (var admin = await _server.ConnectAdminAsync()) await admin.GetDatabase().ExecuteAsync("CONFIG", "SET", "appendfsync", "always");
        await _server.KillAsync();
        if (cutTail > 0) _server.CutTail(cutTail);
        await _server.StartAsync();
        await Eventually.HoldsAsync("the store answers again", PingsAsync);
    }

    private Task<bool> PingsAsync() => PingsAsync(_store!);

    private static async Task<bool> PingsAsync(OpenedStore store)
    {
        try
        {
            await store.PingAsync(Cancellation);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }
}
