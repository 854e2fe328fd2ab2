using Realtime.Discussion.Moderation;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>Somebody who decides about comments, through any host. Of what another decided first they are told, or decide over it in full knowledge.</summary>
internal sealed class SimulatedModerator(string name, IReadOnlyList<SimulatedHost> hosts, SimulatedWire wire)
{
    private static readonly string[] Choice = [Decisions.Approve, Decisions.Approve, Decisions.Reject, Decisions.Hold, Decisions.Restore, Decisions.Pin, Decisions.Unpin];

    public async Task ModerateAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wire.Random.Next(0, 200)), wire.Time);
            var about = hosts[wire.Random.Next(hosts.Count)].Replica;
            var number = wire.Random.Next(1, (int)about.Position.Sequence + 2);
            if (about.Facts(number) is { } seen) await DecideAsync(number, seen.Revision);
        }
    }

    private async Task DecideAsync(int number, int revision)
    {
        var outcome = await wire.SaySafelyAsync(hosts, Say.Decide(name, number, Choice[wire.Random.Next(Choice.Length)], revision, after: wire.Random.Next(0, 6)));
        if (outcome.Refusal?.Code == RefusalCode.AlreadyDecided && outcome.Refusal.Decided is null) throw new InvalidOperationException("Who decided was not told.");
    }
}
