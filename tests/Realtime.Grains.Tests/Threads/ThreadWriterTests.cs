using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Tests.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Threads;

public class ThreadWriterTests
{
    private readonly InterceptedJournal _journal = new();
    private readonly Turns _turns = new();

    [Fact]
    public Task Commands_that_wait_together_are_appended_together() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 100).Select(i => writer.SubmitAsync(Say.Post("ann", $"c{i}"))));

        Assert.Equal(Enumerable.Range(1, 100), outcomes.Select(outcome => outcome.Number));
        Assert.Equal(1, _journal.Count("append"));
    });

    [Fact]
    public Task A_full_queue_refuses_one_more_as_busy() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync(new WriterOptions { QueueLimit = 2 });
        _ = writer.SubmitAsync(Say.Post("ann", "c1"));
        _ = writer.SubmitAsync(Say.Post("ann", "c2"));

        Assert.Equal(RefusalCode.ThreadBusy, (await writer.SubmitAsync(Say.Post("ann", "c3"))).Refusal?.Code);
    });

    [Fact]
    public Task A_command_that_no_rule_can_digest_is_refused_alone() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync();

        var outcomes = await Task.WhenAll(
            writer.SubmitAsync(Say.Post("ann", "c1")), writer.SubmitAsync(new Poison { Actor = Say.Person("eve") }), writer.SubmitAsync(Say.Post("ann", "c2")));

        Assert.Equal([null, RefusalCode.RequestMalformed, null], outcomes.Select(outcome => outcome.Refusal?.Code));
        Assert.False(writer.HasFailed);
    });

    [Fact]
    public Task A_refused_command_leaves_nothing_in_the_journal() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync();

        await writer.SubmitAsync(Say.Remove("ann", 7));

        Assert.Empty((await _journal.ReadAsync(Say.Bridge.Journal, 0, 10, CancellationToken.None)).Entries);
    });

    [Fact]
    public Task The_same_client_id_twice_in_one_batch_makes_one_comment() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync();

        var outcomes = await Task.WhenAll(writer.SubmitAsync(Say.Post("ann", "c1")), writer.SubmitAsync(Say.Post("ann", "c1")));

        Assert.Equal([false, true], outcomes.Select(outcome => outcome.Repeated));
        Assert.Equal([1, 1], outcomes.Select(outcome => outcome.Number));
    });

    [Fact]
    public Task Batches_do_not_cross_the_border_of_a_segment() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync();
        for (var i = 0; i < JournalSegments.Length - 3; i++) await writer.SubmitAsync(Say.Post("ann", $"a{i}"));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => writer.SubmitAsync(Say.Post("ben", $"b{i}"))));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(JournalSegments.Length + 7, writer.Position.Sequence);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Whatever_the_journal_throws_everybody_is_answered(bool expected) => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync(new WriterOptions { ResolveWithin = TimeSpan.Zero });
        var failures = 0;
        writer.Failed = () => failures++;
        _journal.FailOnce("append", expected ? new JournalUnavailableException("gone", outcomeUnknown: false) : new InvalidOperationException("a bug"));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => writer.SubmitAsync(Say.Post("ann", $"c{i}"))));

        Assert.All(outcomes, outcome => Assert.Equal(RefusalCode.StoreUnavailable, outcome.Refusal?.Code));
        Assert.Equal(RefusalCode.StoreUnavailable, (await writer.SubmitAsync(Say.Post("ann", "later"))).Refusal?.Code);
        Assert.Equal(1, failures);
    });

    [Fact]
    public Task A_snapshot_that_cannot_be_kept_harms_nobody() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync(new WriterOptions { SnapshotEvery = 1 });
        _journal.FailOnce("save", new InvalidOperationException("a bug"));

        Assert.Null((await writer.SubmitAsync(Say.Post("ann", "c1"))).Refusal);
        Assert.Null((await writer.SubmitAsync(Say.Post("ann", "c2"))).Refusal);
    });

    [Fact]
    public Task A_new_epoch_begins_behind_the_batch_in_flight_even_under_load() => _turns.RunAsync(async () =>
    {
        var writer = await OpenAsync();
        var told = new List<ThreadPosition>();
        writer.EpochBegun = told.Add;
        var first = writer.SubmitAsync(Say.Post("ann", "c1"));

        await writer.RenewEpochAsync();
        await Task.WhenAll(first, writer.SubmitAsync(Say.Post("ann", "c2")));

        Assert.Equal(2, writer.Position.Epoch);
        Assert.Equal(writer.Position.Epoch, Assert.Single(told).Epoch);
    });

    private async Task<AggregateWriter<ArticleThread, ThreadCommand, ThreadEvent>> OpenAsync(WriterOptions? options = null)
    {
        options ??= new WriterOptions();
        var appender = new JournalAppender(_journal, Say.Bridge.Journal, options, TimeProvider.System, NullLogger.Instance);
        var writer = new AggregateWriter<ArticleThread, ThreadCommand, ThreadEvent>(Say.Kind, appender, options, TimeProvider.System, NullLogger.Instance);
        await writer.OpenAsync(CancellationToken.None);
        return writer;
    }

    private sealed record Poison : ThreadCommand;
}
