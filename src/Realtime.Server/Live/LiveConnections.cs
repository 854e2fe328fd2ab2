using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Realtime.Server.Live.People;

namespace Realtime.Server.Live;

/// <summary>
/// The connections of this host. Changes are written to them one by one from the thread they watch, not through SignalR's groups: a group send waits for
/// its slowest member and keeps an unbounded queue for each.
/// </summary>
internal sealed class LiveConnections(Connecting connecting, LivePeople people, ILogger<DefaultHubLifetimeManager<DiscussionHub>> logger)
    : DefaultHubLifetimeManager<DiscussionHub>(logger)
{
    private readonly ConcurrentDictionary<string, LiveConnection> _connections = new();

    public ICollection<LiveConnection> All => _connections.Values;

    public LiveConnection Of(string connectionId) => _connections[connectionId];

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        var live = connecting.Serve(connection);
        _connections[connection.ConnectionId] = live;
        people.Add(live);
        LiveMeters.Connected(+1);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_connections.TryRemove(connection.ConnectionId, out var live))
        {
            people.Remove(live);
            live.End();
            LiveMeters.Connected(-1);
        }

        return base.OnDisconnectedAsync(connection);
    }
}
