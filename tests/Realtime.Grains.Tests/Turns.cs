namespace Realtime.Grains.Tests;

/// <summary>Gives what runs in it one turn at a time, as a grain has it: a writer must not be called from several threads at once.</summary>
internal sealed class Turns
{
    private readonly ConcurrentExclusiveSchedulerPair _pair = new();

    public Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _pair.ExclusiveScheduler).Unwrap();

    public Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _pair.ExclusiveScheduler).Unwrap();
}
