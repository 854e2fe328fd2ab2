using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;

namespace Realtime.Grains.Projections;

/// <summary>
/// The way from one thread to one projection: numbers of comments that were touched wait, their facts are looked up when they are told, one call at a
/// time. A projection that fails is told again until it takes them in, and holds up no other.
/// </summary>
internal sealed class ProjectionLane(ThreadKey thread, IProjection projection, Projecting by)
{
    private readonly TouchedNumbers _touched = new();
    private bool _hasNews;
    private bool _stopped;
    private Task _running = Task.CompletedTask;

    public string Name => projection.Name;

    /// <summary>Looks up how comments are now, once what is known of them is in the journal.</summary>
    public required Func<IReadOnlyList<int>, Task<ArticleFacts>> LookUpAsync { get; init; }

    public bool IsQuiet => !_hasNews && _running.IsCompleted;

    /// <summary>What the projection has taken in.</summary>
    public Task<ThreadPosition> ReachedAsync() => by.Progress.ReachedAsync(Name, thread);

    public void Touch(IEnumerable<int> numbers)
    {
        _touched.Add(numbers);
        _hasNews = true;
        if (_running.IsCompleted && !_stopped) _running = RunAsync();
    }

    /// <summary>Returns when everything touched has been taken in, or the lane was stopped, or the silo is going.</summary>
    public Task DrainAsync() => _running;

    /// <summary>What has not been told is found again by the mark.</summary>
    public void Stop() => _stopped = true;

    private async Task RunAsync()
    {
        await Task.Yield();
        while (_hasNews && !_stopped)
        {
            if (by.IsStopping)
            {
                await TryTellAsync();
                return;
            }

            await Task.Delay(by.Options.Gathering, by.Time);
            if (!await TryTellAsync() && !_stopped && !by.IsStopping) await Task.Delay(by.Options.RetryAfter, by.Time);
        }
    }

    /// <summary>On the host's own scheduler: a projection may use what is the host's and not a grain's, and the thread has better things to do in its turns.</summary>
    private Task TakeInAsync(ArticleFacts facts) => Task.Factory.StartNew(
        () => projection.TakeInAsync(facts, CancellationToken.None), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default).Unwrap();

    private async Task<bool> TryTellAsync()
    {
        var numbers = _touched.Take(by.Options.Batch);
        _hasNews = _touched.Count > 0;
        try
        {
            var facts = await LookUpAsync(numbers);
            await TakeInAsync(facts);
            // A part of a longer list leaves the rest to be told again, should this silo die now.
            if (!_hasNews) await by.Progress.ReachAsync(Name, thread, facts.Position);
            AggregateMeters.Projected(Name, numbers.Count);
            return true;
        }
        catch (Exception e)
        {
            _touched.Add(numbers);
            _hasNews = true;
            AggregateMeters.ProjectionFailed(Name);
            by.Logger.ProjectionFailed(thread.ToString(), Name, e.Message);
            return false;
        }
    }
}
