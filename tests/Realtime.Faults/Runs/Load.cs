using System.Collections.Concurrent;
using Realtime.Faults.Clients;
using Realtime.Faults.Clusters;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Runs;

/// <summary>Writers and readers at work, and the way to bring them to rest.</summary>
internal sealed class Load : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly ConcurrentBag<Reader> _readers = [];
    private readonly ConcurrentBag<Task> _reading = [];
    private readonly CancellationTokenSource _stopWriting = new();
    private readonly CancellationTokenSource _stopReading = new();
    private readonly Api _api = new();
    private readonly FaultRun _run;
    private readonly Hosts _hosts;
    private readonly LoadPlan _plan;
    private readonly List<Task> _writing = [];
    private TaskCompletionSource<PostRecord> _nextHotPost = NewWait();
    private long _acknowledged;

    private Load(FaultRun run, Hosts hosts, LoadPlan plan) => (_run, _hosts, _plan) = (run, hosts, plan);

    public Api Api => _api;

    public string Hot => _plan.Writing.Articles[0];

    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Readers first, then writers; returns when all readers are live and the hot thread has been posted to.</summary>
    public static async Task<Load> StartAsync(FaultRun run, Hosts hosts, LoadPlan plan)
    {
        var load = new Load(run, hosts, plan);
        for (var index = 0; index < plan.Readers; index++)
            load.AddReader($"reader{plan.Numbering + index}", plan.Writing.Articles[index % 2 == 0 ? 0 : index / 2 % plan.Writing.Articles.Count], hosts, plan.Reading);
        await load.AllReadAsync();
        for (var index = 1; index <= plan.Writers; index++) load.AddWriter(plan.Numbering + index);
        await load.AcknowledgesAsync(Patience);
        return load;
    }

    public Reader AddReader(string name, string article, Hosts hosts, ReaderTerms terms)
    {
        var reader = new Reader(name, article, terms, hosts, _api, _run.Recorder, _run.Clock, _run.NewRandom());
        _readers.Add(reader);
        _reading.Add(reader.RunAsync(_stopReading.Token));
        return reader;
    }

    /// <summary>True when a post to the hot thread that was begun from now on is acknowledged within the time.</summary>
    public async Task<bool> AcknowledgesAsync(TimeSpan within)
    {
        var from = _run.Clock.Now;
        while (_run.Clock.Now - from < within.TotalMilliseconds)
        {
            var next = Volatile.Read(ref _nextHotPost).Task;
            var left = within - TimeSpan.FromMilliseconds(_run.Clock.Now - from);
            if (await Task.WhenAny(next, Task.Delay(left < TimeSpan.Zero ? TimeSpan.Zero : left, _run.Cancellation)) != next) break;
            if ((await next).Began >= from) return true;
        }

        return false;
    }

    /// <summary>Returns when every reader is live.</summary>
    /// <exception cref="TimeoutException">Some are not; the message names one.</exception>
    public Task AllReadAsync() => UntilAsync(reader => reader.IsConnected, "is not live");

    public async Task StopWritingAsync()
    {
        await _stopWriting.CancelAsync();
        await Task.WhenAll(_writing);
    }

    /// <summary>Lets the posts under way end, reads what the threads hold now, and gives every reader its time to get there.</summary>
    public async Task SettleAsync(Cluster cluster)
    {
        await StopWritingAsync();
        _run.Recorder.Record(new Mark(_run.Clock.Now, MarkKind.Quiet, "the last post is answered"));
        var final = new FinalReading(_api, cluster, _run);
        foreach (var article in _readers.Select(reader => reader.Article).Concat(_plan.Writing.Articles).Distinct()) await SettleAsync(article, final);
        await _stopReading.CancelAsync();
        await Task.WhenAll(_reading);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopWriting.CancelAsync();
        await _stopReading.CancelAsync();
        await Task.WhenAll(_reading);
        _api.Dispose();
    }

    private async Task SettleAsync(string article, FinalReading final)
    {
        var thread = await final.ReadAsync(article);
        var deadline = _run.Clock.Now + _run.Expectations.ConvergeWithin.TotalMilliseconds;
        var readers = _readers.Where(reader => reader.Article == article).ToList();
        while (_run.Clock.Now < deadline && readers.Any(reader => reader.Position != thread.Position)) await _run.WaitAsync(TimeSpan.FromMilliseconds(50));
        _run.Recorder.Record(thread);
    }

    private void AddWriter(int index)
    {
        var writer = new Writer(index, _plan.Writing, _hosts, _api, _run.Recorder, _run.Clock, _run.NewRandom()) { Posted = Posted };
        _writing.Add(writer.RunAsync(_stopWriting.Token));
    }

    private void Posted(PostRecord post)
    {
        if (post.Outcome != Outcome.Ok) return;
        Interlocked.Increment(ref _acknowledged);
        if (post.Article == Hot) Interlocked.Exchange(ref _nextHotPost, NewWait()).TrySetResult(post);
    }

    private async Task UntilAsync(Func<Reader, bool> holds, string otherwise)
    {
        var deadline = _run.Clock.Now + Patience.TotalMilliseconds;
        while (_readers.FirstOrDefault(reader => !holds(reader)) is { } reader)
        {
            if (_run.Clock.Now > deadline) throw new TimeoutException($"{reader.Name} of {reader.Article} {otherwise} after {Patience}.");
            await _run.WaitAsync(TimeSpan.FromMilliseconds(50));
        }
    }

    private static TaskCompletionSource<PostRecord> NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
