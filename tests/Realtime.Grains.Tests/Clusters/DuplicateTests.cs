using System.Diagnostics.Metrics;
using Orleans.TestingHost;
using Realtime.Discussion.Threads;
using Realtime.Testing.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

/// <summary>
/// A thread that is active twice: two clusters which know nothing of each other share the journal, as the two halves of a partitioned one would, or a silo
/// that was frozen and wakes up.
/// </summary>
public sealed class DuplicateTests : IAsyncLifetime
{
    private readonly InMemoryJournal _journal = new();
    private ThreadCluster _one = null!;
    private ThreadCluster _other = null!;

    public async ValueTask InitializeAsync() =>
        (_one, _other) = (await ThreadCluster.StartAsync(1, _journal), await ThreadCluster.StartAsync(1, _journal));

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_activations_the_one_that_opened_the_journal_last_writes()
    {
        await ThreadCluster.SayAsync(_one.Silos[0], Say.Post("ann", "c1"));
        var second = await ThreadCluster.SayAsync(_other.Silos[0], Say.Post("ben", "c2"));

        var zombie = await ThreadCluster.SayAsync(_one.Silos[0], Say.Post("ann", "c3"));

        Assert.Equal((2, RefusalCode.StoreUnavailable), (second.Number, zombie.Refusal?.Code));
        Assert.Equal(2, await LengthAsync());
    }

    [Fact]
    public async Task Every_append_that_was_fenced_is_counted()
    {
        using var counted = new FencedAppends();
        await ThreadCluster.SayAsync(_one.Silos[0], Say.Post("ann", "c1"));
        await ThreadCluster.SayAsync(_other.Silos[0], Say.Post("ben", "c2"));
        var before = counted.Count;

        await ThreadCluster.SayAsync(_one.Silos[0], Say.Post("ann", "c3"));

        Assert.True(counted.Count > before);
    }

    [Fact]
    public async Task The_readers_of_the_one_that_was_fenced_go_on_with_what_the_other_wrote()
    {
        var replica = await ThreadCluster.ReadAsync(_one.Silos[0]);
        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayAsync(_one.Silos[0], Say.Post("ann", "c1")));
        var second = await ThreadCluster.SayAsync(_other.Silos[0], Say.Post("ben", "c2"));

        await ThreadCluster.SayAsync(_one.Silos[0], Say.Post("ann", "c3"));

        await ThreadCluster.ReachAsync(replica, second);
        await ThreadCluster.ReachAsync(replica, await ThreadCluster.SayUntilAnsweredAsync(_one.Silos[0], Say.Post("ann", "c3")));
        Assert.Equal(3, replica.CommentCount);
    }

    [Fact]
    public async Task While_both_are_commented_on_nothing_acknowledged_is_lost_or_doubled()
    {
        var numbers = await Task.WhenAll(SayManyAsync(_one.Silos[0], "ann"), SayManyAsync(_other.Silos[0], "ben"));

        Assert.Equal(Enumerable.Range(1, 40), numbers.SelectMany(numbers => numbers).Order());
        Assert.Equal(40, await LengthAsync());
    }

    private static async Task<List<int>> SayManyAsync(InProcessSiloHandle silo, string name)
    {
        var numbers = new List<int>();
        for (var i = 1; i <= 20; i++) numbers.Add((await ThreadCluster.SayUntilAnsweredAsync(silo, Say.Post(name, $"{name}-{i}"))).Number);
        return numbers;
    }

    private async Task<long> LengthAsync() => (await _journal.ReadAsync(Say.Bridge.Journal, 0, 100, TestContext.Current.CancellationToken)).Through;

    /// <summary>Reads the counter that operators see.</summary>
    private sealed class FencedAppends : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _count;

        public FencedAppends()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "realtime.append.fenced") listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, count, _, _) => _count = count);
            _listener.Start();
        }

        public long Count
        {
            get
            {
                _listener.RecordObservableInstruments();
                return _count;
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
