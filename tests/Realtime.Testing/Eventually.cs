namespace Realtime.Testing;

/// <summary>Waits for something that nobody announces, such as a file's size; fails with its name.</summary>
public static class Eventually
{
    /// <summary>How long any test waits for anything: long enough for two cores on which all suites run at once. Waiting longer costs only a test that fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task HoldsAsync(string name, Func<Task<bool>> condition)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            if (timeout.IsCancellationRequested) throw new TimeoutException($"Not within {Patience.TotalSeconds} seconds: {name}.");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public static Task HoldsAsync(string name, Func<bool> condition) => HoldsAsync(name, () => Task.FromResult(condition()));
}
