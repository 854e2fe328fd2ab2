using Realtime.Grains.Feeds;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>
/// Somebody who keeps the thread open. Every so often they come back on another host, with a position that they had reached at some time. They know
/// only what they were told, and check that it has neither a gap nor a repetition. Of numbers that cannot be promised: between a loss in the store and its discovery, and where comments wait for moderators.
/// </summary>
internal sealed class SimulatedReader(IReadOnlyList<SimulatedHost> hosts, SimulatedWire wire, bool mayMiss)
{
    private readonly List<ThreadPosition> _positions = [default];
    private readonly SortedDictionary<int, CommentView> _comments = [];
    private SimulatedHost _host = hosts[wire.Random.Next(hosts.Count)];

    public bool IsLeaving { get; set; }

    public int Resets { get; private set; }

    public ThreadPosition Position => _positions[^1];

    public IReadOnlyCollection<CommentView> Comments => _comments.Values;

    public async Task ReadAsync()
    {
        while (!IsLeaving)
        {
            if (wire.Happens(0.05)) Reconnect();
            await WaitForMoreAsync();
            try
            {
                Take(await _host.Replica.ChangesAsync(Position, wire.Random.Next(1, 30), CancellationToken.None));
            }
            catch (Discussion.Journal.JournalUnavailableException)
            {
                // The host says so, the client comes again.
            }
        }
    }

    private void Reconnect()
    {
        _host = hosts[wire.Random.Next(hosts.Count)];
        var back = wire.Random.Next(_positions.Count);
        _positions.RemoveRange(back + 1, _positions.Count - back - 1);
    }

    /// <summary>As a connection does: waits to be told, now and then looks by itself.</summary>
    private async Task WaitForMoreAsync()
    {
        var told = new Signal();
        using var following = _host.Replica.Follow(told.Set);
        if (_host.Replica.Position.Sequence > Position.Sequence) return;
        await told.WaitAsync(TimeSpan.FromSeconds(2), wire.Time, CancellationToken.None);
    }

    private void Take(ThreadChanges? changes)
    {
        if (changes is null)
        {
            Resets++;
            _comments.Clear();
            _positions.Clear();
            _positions.Add(default);
            return;
        }

        if (changes.From != Position.Sequence || changes.To < changes.From) throw new InvalidOperationException($"Asked from {Position}, got {changes.From} to {changes.To}.");
        foreach (var change in changes.Changes) Take(change);
        if (!ThreadPosition.TryParse(changes.Position, out var reached) || reached.Sequence != changes.To) throw new InvalidOperationException(changes.Position);
        if (reached != Position) _positions.Add(reached);
    }

    private void Take(ThreadChange change)
    {
        if (change.Type == "posted" && change.Comment!.Number > _comments.Count + 1 && !mayMiss)
            throw new InvalidOperationException($"Comment {change.Comment.Number} came too early at {Position}.");
        if (change.Comment is { } comment) _comments[comment.Number] = comment;
        if (change.Parent is { } parent) Amend(parent.Number, answered => answered with { ReplyCount = parent.ReplyCount });
        if (change.Reactions is { } reactions) Amend(change.Number!.Value, comment => comment with { Reactions = reactions });
        foreach (var number in change.QuotedBy ?? [])
            Amend(number, quoting => quoting.Quote is { } quote ? quoting with { Quote = quote with { Text = null } } : quoting);
    }

    private void Amend(int number, Func<CommentView, CommentView> amend)
    {
        if (_comments.TryGetValue(number, out var known)) _comments[number] = amend(known);
    }
}
