using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>What lies between two processes: calls take their time, some very long, some get lost on the way there and some on the way back.</summary>
internal sealed class SimulatedWire(Random random, TimeProvider time)
{
    /// <summary>False in the end, so that everything can come to rest.</summary>
    public bool IsBad { get; set; } = true;

    public Random Random => random;

    public TimeProvider Time => time;

    public bool Happens(double probability) => IsBad && random.NextDouble() < probability;

    public Task TravelAsync() => Task.Delay(TimeSpan.FromMilliseconds(Happens(0.02) ? random.Next(500, 4000) : random.Next(0, 30)), time);

    public async Task<T> CallAsync<T>(Func<Task<T>> call, TimeSpan timeout)
    {
        await TravelAsync();
        if (Happens(0.03)) return await LostAsync<T>(timeout);
        var answer = await call().WaitAsync(timeout, time);
        await TravelAsync();
        return Happens(0.03) ? await LostAsync<T>(timeout) : answer;
    }

    public async Task<T> AskStoreAsync<T>(Func<Task<T>> ask, bool writes)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 8)), time);
        if (Happens(0.01)) throw new JournalUnavailableException("Not sent.", outcomeUnknown: false);
        if (writes && Happens(0.01)) throw new JournalUnavailableException("Lost on the way there.", outcomeUnknown: true);
        var answer = await ask();
        if (writes && Happens(0.01)) throw new JournalUnavailableException("Lost on the way back.", outcomeUnknown: true);
        return answer;
    }

    /// <summary>As people do: through any host, and again until there is a clear answer; sometimes twice at once.</summary>
    public async Task<CommandOutcome> SaySafelyAsync(IReadOnlyList<SimulatedHost> hosts, ThreadCommand command)
    {
        if (random.Next(10) == 0) _ = Any(hosts).ExecuteAsync(command);
        while (true)
        {
            var outcome = await Any(hosts).ExecuteAsync(command);
            if (outcome.Refusal?.Code is not (RefusalCode.ThreadBusy or RefusalCode.StoreUnavailable)) return outcome;
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 500)), time);
        }
    }

    private SimulatedHost Any(IReadOnlyList<SimulatedHost> hosts) => hosts[random.Next(hosts.Count)];

    private async Task<T> LostAsync<T>(TimeSpan timeout)
    {
        await Task.Delay(timeout, time);
        throw new TimeoutException();
    }
}
