using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;

namespace Realtime.Server.Live;

/// <summary>
/// The connections of this host. Changes are written to them one by one from the thread they watch, not through SignalR's groups: a group send waits for
/// its slowest member and keeps an unbounded queue for each.
/// </summary>
internal sealed class LiveConnections(
    LiveThreads threads, IThreadReplicas replicas, IOptions<LiveOptions> options, IOptions<DiscussionRules> rules, TimeProvider time,
    ILogger<DefaultHubLifetimeManager<DiscussionHub>> logger) : DefaultHubLifetimeManager<DiscussionHub>(logger)
{
    private readonly ConcurrentDictionary<string, ConnectionWatches> _connections = new();

    public ICollection<ConnectionWatches> All => _connections.Values;

    public ConnectionWatches Watches(string connectionId) => _connections[connectionId];

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _connections[connection.ConnectionId] = new ConnectionWatches(connection, threads, replicas, options, rules, time);
        LiveMeters.Connected(+1);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_connections.TryRemove(connection.ConnectionId, out var watches))
        {
            watches.End();
            LiveMeters.Connected(-1);
        }

        return base.OnDisconnectedAsync(connection);
    }
}
