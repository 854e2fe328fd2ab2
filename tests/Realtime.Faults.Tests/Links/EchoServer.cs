using System.Net;
using System.Net.Sockets;

namespace Realtime.Faults.Tests.Links;

/// <summary>Answers with the bytes it gets, and can be told to send without being asked.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _serving;
    private long _sent;

    public EchoServer(bool floods = false)
    {
        _listener.Start();
        _serving = floods ? FloodAsync() : EchoAsync();
    }

    public EndPoint Address => _listener.LocalEndpoint;

    /// <summary>Bytes that the kernel took from a flood.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _serving;
        // Not before: whoever accepts on a listener that has stopped gets an exception of another kind.
        _listener.Stop();
        _ending.Dispose();
    }

    private async Task EchoAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                await using var stream = client.GetStream();
                await stream.CopyToAsync(stream, _ending.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or has cut the link.
        }
    }

    private async Task FloodAsync()
    {
        try
        {
            using var client = await _listener.AcceptSocketAsync(_ending.Token);
            client.SendBufferSize = 4096;
            for (var piece = new byte[1024]; ;) Interlocked.Add(ref _sent, await client.SendAsync(piece, _ending.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over, or has cut the link.
        }
    }
}
