using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Realtime.Server.Desk;

/// <summary>The desks that are connected to this host.</summary>
internal sealed class DeskConnections(DeskWatching watching, ILogger<DefaultHubLifetimeManager<DeskHub>> logger) : DefaultHubLifetimeManager<DeskHub>(logger)
{
    private readonly ConcurrentDictionary<string, DeskConnection> _connections = new();

    public DeskConnection Of(string connectionId) => _connections[connectionId];

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _connections[connection.ConnectionId] = new DeskConnection(connection, watching);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_connections.TryRemove(connection.ConnectionId, out var desk)) desk.End();
        return base.OnDisconnectedAsync(connection);
    }

    /// <summary>Tells every desk that this host stops soon. Moderators are few: they come back at once.</summary>
    public void SendAway()
    {
        foreach (var desk in _connections.Values) _ = desk.Connection.WriteAsync(new InvocationMessage(nameof(IDeskClient.Draining), [0])).AsTask();
    }
}
