using Orleans.Concurrency;
using Realtime.Discussion.Threads;

namespace Realtime.Compatibility.Tests.Next;

/// <summary>The thread's grain as a next version might have it: one method more.</summary>
[Alias("article-thread")]
public interface INextThreadGrain : IGrainWithStringKey
{
    [Alias("execute")]
    Task<NextOutcome> Execute(ThreadCommand command);

    [Alias("watch")]
    Task<NextAnswer> Watch(string host, INextThreadObserver observer, ThreadPosition at, long opening);

    [Alias("unwatch")]
    Task Unwatch(string host, INextThreadObserver observer);

    [Alias("preview")]
    Task<string> Preview(int number);
}

[Alias("thread-observer")]
public interface INextThreadObserver : IGrainObserver
{
    [Alias("changed")]
    Task<ThreadPosition> Changed(NextBatch batch);

    [Alias("moving"), OneWay]
    Task Moving();

    /// <summary>Not one-way: who gets a one-way call that it does not know closes the connection, and loses what else is on it.</summary>
    [Alias("warned")]
    Task Warned(string of);
}

/// <summary>Answers what it was told, and tells who watches of one entry and of something new.</summary>
[GrainType("article-thread")]
internal sealed class NextThreadGrain(IGrainContext context) : Grain, INextThreadGrain
{
    public Task<NextOutcome> Execute(ThreadCommand command)
    {
        var post = (NextPost)command;
        return Task.FromResult(new NextOutcome { Number = post.Words.Text.Length, Position = new ThreadPosition(7, 8), Repeated = post.Mood is null, Advice = "be kind" });
    }

    public async Task<NextAnswer> Watch(string host, INextThreadObserver observer, ThreadPosition at, long opening)
    {
        var reached = await observer.Changed(new NextBatch(7, 8, 9, opening, [new byte[] { 1, 2, 3 }], "plain"));
        await observer.Warned("a storm").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return new NextAnswer(reached, opening, context.Address.SiloAddress!, [1, 2]);
    }

    public Task Unwatch(string host, INextThreadObserver observer) => Task.CompletedTask;

    public Task<string> Preview(int number) => Task.FromResult($"#{number}");
}
