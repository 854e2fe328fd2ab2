namespace Realtime.Redis.Tests.Processes;

/// <summary>Waits for something that nobody announces, such as a file's size; fails with its name.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(string name, Func<Task<bool>> condition)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not within 30 seconds: {name}.");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
