using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;
using Realtime.Grains.Replicas;
using Realtime.Grains.Tests.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

/// <summary>A thread, its journal, and replicas that get only what a test gives them.</summary>
internal sealed class ReplicaStage
{
    private readonly Turns _turns = new();
    private ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>? _thread;

    public InterceptedJournal Journal { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public async Task<ThreadReplica> OpenAsync()
    {
        var loaded = await ThreadReplica.Kind.LoadAsync(Journal, Say.Bridge.Journal, CancellationToken.None);
        return new ThreadReplica(Say.Bridge, loaded, Journal, new ReplicaOptions(), Time, NullLogger.Instance);
    }

    public async Task SayAsync(params ThreadCommand[] commands)
    {
        var outcomes = await _turns.RunAsync(async () =>
        {
            _thread ??= await ServeAsync(Journal);
            var answered = await Task.WhenAll(commands.Select(_thread.ExecuteAsync));
            // Its hosts would be sent away, but it has none here: this only waits until it stands still.
            await _thread.CloseAsync();
            return answered;
        });
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
    }

    private static async Task<ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>> ServeAsync(InterceptedJournal journal)
    {
        var thread = Say.Serve(journal, new WriterOptions { QueueLimit = 10_000 }, TimeProvider.System, NullLogger.Instance);
        await thread.OpenAsync(CancellationToken.None);
        return thread;
    }

    /// <summary>A copy of an empty journal, and entries as they would be pushed to it.</summary>
    public async Task<(ThreadReplica Replica, ReadOnlyMemory<byte>[] Entries)> OpenBeforeAsync(int comments)
    {
        var elsewhere = new InterceptedJournal();
        await _turns.RunAsync(async () =>
        {
            var thread = await ServeAsync(elsewhere);
            for (var i = 1; i <= comments; i++) await thread.ExecuteAsync(Say.Post("ann", $"c{i}"));
        });
        await Journal.OpenAsync(Say.Bridge.Journal, CancellationToken.None);
        return (await OpenAsync(), [.. (await elsewhere.ReadAsync(Say.Bridge.Journal, 0, comments, CancellationToken.None)).Entries]);
    }

    public async Task AppendAsync(ReadOnlyMemory<byte>[] entries)
    {
        var opened = await Journal.OpenAsync(Say.Bridge.Journal, CancellationToken.None);
        await Journal.AppendAsync(opened.Writer, opened.Head, entries, CancellationToken.None);
    }

    public static ThreadBatch Batch(long after, ReadOnlyMemory<byte>[] entries) => new(1, after, after + entries.Length, 1, entries);
}
