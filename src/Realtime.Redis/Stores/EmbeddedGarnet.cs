using System.Net;
using Garnet;

namespace Realtime.Redis.Stores;

/// <summary>One Garnet on one directory. Everybody comes through the front door, and a renewal through the side door, which stays open while the front is shut.</summary>
internal sealed class EmbeddedGarnet : IDisposable
{
    private readonly ReservedPort _sidePort = new();
    private readonly StoreDoor _side;
    private readonly GarnetServer _server;
    private readonly Func<IPEndPoint, StoreDoor> _doorAt;
    private readonly string _password;
    private StoreDoor? _front;
    private bool _sideIsOpen;

    /// <summary>Reads what is in the directory; nobody can reach it yet.</summary>
    public EmbeddedGarnet(StoreOptions options, string directory, string password, GarnetLoggers loggers)
    {
        (Directory, _password, _doorAt) = (directory, password, address => new StoreDoor(address, loggers.CreateLogger("Door")));
        _side = _doorAt(_sidePort.Address);
        try
        {
            _server = new GarnetServer(GarnetSettings.For(options, directory, _sidePort.Address, password, loggers.CreateLogger("Options")), loggers, [_side]);
            _server.Start();
        }
        catch
        {
            _server?.Dispose();
            _sidePort.Dispose();
            throw;
        }
    }

    public string Directory { get; }

    public void Open(IPEndPoint address)
    {
        _front = _doorAt(address);
        foreach (var (format, provider) in _side.GetSessionProviders()) _front.Register(format, provider);
        _front.Open();
    }

    /// <summary>Returns when nobody can write any more, except through the side door.</summary>
    public async Task ShutAsync()
    {
        if (_front is not null) await _front.ShutAsync();
        _front = null;
    }

    /// <returns>How to reach it through the side door.</returns>
    public string OpenSide()
    {
        if (!_sideIsOpen) _side.Open();
        _sideIsOpen = true;
        return $"{_sidePort.Address},password={_password}";
    }

    public void Dispose()
    {
        _front?.Dispose();
        _server.Dispose();
        _sidePort.Dispose();
    }
}
