using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Grains.Projections;
using Realtime.Testing;
using Realtime.Testing.Journals;
using Realtime.Testing.Projections;
using Xunit;

namespace Realtime.Grains.Tests.Projections;

public class ProjectionLaneTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Told _told = new();
    private readonly Projecting _projecting;
    private readonly ProjectionLane _lane;

    public ProjectionLaneTests()
    {
        var journal = new InMemoryJournal();
        var options = Options.Create(new ProjectionOptions { Batch = 2 });
        _projecting = new Projecting([_told], new InMemoryProjections(journal), journal, options, _time, NullLogger<Projecting>.Instance);
        _lane = new ProjectionLane(Say.Bridge, _told, _projecting) { LookUpAsync = numbers => Task.FromResult(FactsOf(numbers)) };
    }

    [Fact]
    public async Task What_is_touched_within_a_moment_is_told_together_and_in_batches()
    {
        _lane.Touch([3, 1, 2]);
        await EndsAsync(_lane.DrainAsync());

        Assert.Equal([2, 1], _told.Batches.Select(facts => facts.Comments.Count));
        Assert.True(_lane.IsQuiet);
    }

    [Fact]
    public async Task A_projection_that_fails_is_told_again_until_it_takes_it_in()
    {
        _told.Failures = 3;
        _lane.Touch([1]);
        await EndsAsync(_lane.DrainAsync());

        Assert.Single(Assert.Single(_told.Batches).Comments);
    }

    [Fact]
    public async Task A_silo_that_goes_waits_for_no_projection_and_what_is_untold_is_not_forgotten()
    {
        _told.Failures = int.MaxValue;
        _lane.Touch([1, 2, 3]);
        await AdvanceUntilAsync(() => _told.Failures < int.MaxValue);

        _projecting.Stop();
        await EndsAsync(_lane.DrainAsync());

        Assert.False(_lane.IsQuiet);
    }

    private static ArticleFacts FactsOf(IReadOnlyList<int> numbers) => new()
    {
        Thread = Say.Bridge,
        Position = new ThreadPosition(1, numbers[^1]),
        CommentCount = numbers.Count,
        Comments = [.. numbers.Select(number => new CommentFact { Number = number, Revision = 1, Status = default, Author = new Author(new UserId("ann"), "Ann"), At = default })],
    };

    private Task EndsAsync(Task task) => AdvanceUntilAsync(() => task.IsCompleted);

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.HoldsAsync("the lane has come so far", () =>
    {
        _time.Advance(TimeSpan.FromMilliseconds(500));
        return condition();
    });

    private sealed class Told : IProjection
    {
        public List<ArticleFacts> Batches { get; } = [];

        public int Failures { get; set; }

        public string Name => "told";

        public Task TakeInAsync(ArticleFacts facts, CancellationToken cancellation)
        {
            if (Failures-- > 0) throw new InvalidOperationException("not now");
            Batches.Add(facts);
            return Task.CompletedTask;
        }

        public Task ClearAsync(SiteId site, CancellationToken cancellation) => Task.CompletedTask;
    }
}
