using Realtime.Compatibility.Tests.Next;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Realtime.Grains.Threads;
using Realtime.Testing;
using Xunit;

namespace Realtime.Compatibility.Tests.Clusters;

/// <summary>While a cluster is upgraded, and when the upgrade is taken back, silos of both versions call each other.</summary>
public class MixedClusterTests
{
    private const string Thread = "gazette/harbour-bridge";
    private static readonly Actor Ani = new(new UserId("ani"), "Ani", Roles.None);
    private static readonly CommentBody Words = new("hello", "<p>hello</p>");

    [Fact]
    public async Task A_silo_of_this_version_serves_the_next()
    {
        await using var cluster = await MixedCluster.ThisServesNextAsync();
        var thread = cluster.Caller.GetGrain<INextThreadGrain>(Thread);

        var outcome = await thread.Execute(new NextPost { Actor = Ani, ClientId = "c1", Words = Words, Mood = "merry" });

        Assert.Equal((null, 1, null), (outcome.Refusal, outcome.Number, outcome.Advice));
    }

    [Fact]
    public async Task Hosts_of_the_next_version_are_pushed_to_by_this()
    {
        await using var cluster = await MixedCluster.ThisServesNextAsync();
        var thread = cluster.Caller.GetGrain<INextThreadGrain>(Thread);
        var watching = new NextObserver();
        var answer = await thread.Watch("next", cluster.Caller.CreateObjectReference<INextThreadObserver>(watching), default, 0);

        await thread.Execute(new NextPost { Actor = Ani, ClientId = "c1", Words = Words });
        var batch = await watching.Told.Task.WaitAsync(Eventually.Patience);

        Assert.Equal((answer.Position.Epoch, answer.Opening, null), (batch.Epoch, batch.Opening, batch.Encoding));
        Assert.Equal("hello", Assert.IsType<CommentPosted>(ThreadEventCodec.Decode(Assert.Single(batch.Entries).Span)).Body.Text);
        GC.KeepAlive(watching);
    }

    [Fact]
    public async Task What_this_version_does_not_know_fails_alone()
    {
        await using var cluster = await MixedCluster.ThisServesNextAsync();
        var thread = cluster.Caller.GetGrain<INextThreadGrain>(Thread);

        await Assert.ThrowsAnyAsync<Exception>(() => thread.Execute(new NextPin { Actor = Ani, Number = 1 }));
        await Assert.ThrowsAnyAsync<Exception>(() => thread.Preview(1));

        Assert.Equal(1, (await thread.Execute(new NextPost { Actor = Ani, ClientId = "c1", Words = Words })).Number);
    }

    [Fact]
    public async Task A_silo_of_the_next_version_serves_this()
    {
        await using var cluster = await MixedCluster.NextServesThisAsync();

        var outcome = await cluster.Caller.GetGrain<IArticleThreadGrain>(Thread).Execute(new PostComment { Actor = Ani, ClientCommentId = "c1", Body = Words });

        Assert.Equal((5, new ThreadPosition(7, 8), true), (outcome.Number, outcome.Position, outcome.Repeated));
    }

    [Fact]
    public async Task Hosts_of_this_version_are_pushed_to_by_the_next()
    {
        await using var cluster = await MixedCluster.NextServesThisAsync();
        var watching = new ThisObserver();
        var address = cluster.Caller.CreateObjectReference<IThreadObserver>(watching);

        var answer = await cluster.Caller.GetGrain<IArticleThreadGrain>(Thread).Watch("this", address, default, 4);

        Assert.Equal((new ThreadPosition(7, 9), 4), (answer.Position, answer.Opening));
        Assert.Equal(new byte[] { 1, 2, 3 }, Assert.Single((await watching.Told.Task).Entries).ToArray());
        GC.KeepAlive(watching);
    }

    private sealed class NextObserver : INextThreadObserver
    {
        public TaskCompletionSource<NextBatch> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ThreadPosition> Changed(NextBatch batch)
        {
            if (batch.Entries.Length > 0) Told.TrySetResult(batch);
            return Task.FromResult(new ThreadPosition(batch.Epoch, batch.Head));
        }

        public Task Moving() => Task.CompletedTask;

        public Task Warned(string of) => Task.CompletedTask;
    }

    private sealed class ThisObserver : IThreadObserver
    {
        public TaskCompletionSource<ThreadBatch> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ThreadPosition> Changed(ThreadBatch batch)
        {
            Told.TrySetResult(batch);
            return Task.FromResult(new ThreadPosition(batch.Epoch, batch.Head));
        }

        public Task Moving() => Task.CompletedTask;

        public Task Attended(Attendance elsewhere) => Task.CompletedTask;
    }
}
