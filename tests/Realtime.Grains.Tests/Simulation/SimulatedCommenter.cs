using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>
/// Somebody who comments, edits, removes and reacts, through any host. What gets no clear answer is said again under the same client id; sometimes
/// the same thing is said twice at once.
/// </summary>
internal sealed class SimulatedCommenter(string name, IReadOnlyList<SimulatedHost> hosts, SimulatedWire wire)
{
    private readonly Dictionary<int, int> _revisions = [];

    /// <summary>What was acknowledged: client id and the number it got.</summary>
    public Dictionary<string, int> Acknowledged { get; } = [];

    /// <summary>Whether screening finds something in every third comment.</summary>
    public bool IsDoubtful { get; set; }

    public async Task CommentAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wire.Random.Next(0, 200)), wire.Time);
            await StepAsync(step);
        }
    }

    private Task StepAsync(int step) => wire.Random.Next(10) switch
    {
        0 or 1 when _revisions.Count > 0 => EditAsync(Any(_revisions.Keys)),
        2 when _revisions.Count > 1 => RemoveAsync(Any(_revisions.Keys)),
        3 or 4 when Latest() is > 0 and var latest => SaySafelyAsync(Say.React(name, wire.Random.Next(1, latest + 1), wire.Random.Next(3) > 0)),
        _ => PostAsync($"{name}-{step}"),
    };

    private async Task PostAsync(string clientId)
    {
        int? replyTo = Latest() is > 0 and var latest && wire.Random.Next(2) == 0 ? wire.Random.Next(1, latest + 1) : null;
        var quote = replyTo is { } source && wire.Random.Next(2) == 0 ? new Quote(source, 1, "as you said") : null;
        var post = Say.Post(name, clientId, null, replyTo, quote);
        var outcome = await SaySafelyAsync(IsDoubtful && wire.Random.Next(3) == 0 ? post with { Findings = [Say.Doubt] } : post);
        if (outcome.Refusal is not null) return;
        Acknowledged.Add(clientId, outcome.Number);
        _revisions[outcome.Number] = 1;
    }

    private async Task EditAsync(int number)
    {
        var revision = _revisions[number];
        var outcome = await SaySafelyAsync(Say.Edit(name, number, revision, $"{name} {number} {revision + 1}"));
        if (outcome.Refusal is null) _revisions[number] = revision + 1;
        else _revisions.Remove(number);
    }

    private async Task RemoveAsync(int number)
    {
        await SaySafelyAsync(Say.Remove(name, number));
        _revisions.Remove(number);
    }

    private Task<CommandOutcome> SaySafelyAsync(ThreadCommand command) => wire.SaySafelyAsync(hosts, command);

    private int Latest() => Acknowledged.Count == 0 ? 0 : Acknowledged.Values.Max();

    private int Any(Dictionary<int, int>.KeyCollection choice) => choice.ElementAt(wire.Random.Next(choice.Count));
}
