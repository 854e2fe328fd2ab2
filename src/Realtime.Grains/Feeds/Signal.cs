namespace Realtime.Grains.Feeds;

/// <summary>
/// Something that happens once, and that one waits for with limited patience. Unlike a wait on the task from outside, neither the end of the
/// patience nor the signal costs an exception or a detour through the thread pool. Setting it never runs what waits for it.
/// </summary>
internal sealed class Signal
{
    private readonly TaskCompletionSource<bool> _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set() => _set.TrySetResult(true);

    /// <summary>True once it is set, false when the patience is at its end.</summary>
    public async Task<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        if (_set.Task.IsCompleted) return true;
        await using var timer = time.CreateTimer(static set => ((TaskCompletionSource<bool>)set!).TrySetResult(false), _set, patience, Timeout.InfiniteTimeSpan);
        await using var registration = cancellation.UnsafeRegister(
            static (set, token) => ((TaskCompletionSource<bool>)set!).TrySetCanceled(token), _set);
        return await _set.Task;
    }
}
