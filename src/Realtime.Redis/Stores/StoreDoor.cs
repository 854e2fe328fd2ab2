using System.Net;
using Garnet.networking;
using Garnet.server;
using Microsoft.Extensions.Logging;

namespace Realtime.Redis.Stores;

/// <summary>A port through which a Garnet is reached: opened when it is time, and shut so that nobody is within any more.</summary>
internal sealed class StoreDoor(IPEndPoint address, ILogger logger) : GarnetServerTcp(address, logger: logger)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(1);

    /// <summary>Within it those that are at work mostly have their answer, and leave by themselves with what they would ask next.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(20);

    /// <summary>Called by Garnet when it has read its files, which is too early for one that has yet to be filled.</summary>
    public override void Start()
    {
    }

    public void Open() => base.Start();

    /// <summary>
    /// Returns when no command runs that came through here, and none will: what was written is written. Connections are closed, not disposed, because Garnet disposes one
    /// under a command that still writes, and counts it as gone.
    /// </summary>
    public async Task ShutAsync()
    {
        Close();
        Disposed = true;
        await Task.Delay(Notice, TimeProvider.System);
        while (Volatile.Read(ref activeHandlerCount) > 0)
        {
            foreach (var handler in activeHandlers.Keys) (handler as INetworkSender)?.TryClose();
            await Task.Delay(LookAgain, TimeProvider.System);
        }

        Dispose();
    }
}
