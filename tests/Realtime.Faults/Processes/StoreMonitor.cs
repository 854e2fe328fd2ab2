using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Realtime.Faults.Processes;

/// <summary>Watches the commands a store gets, to find out who writes a thread: no server has to be asked.</summary>
internal static class StoreMonitor
{
    /// <summary>The address and port that the next append to this thread comes from.</summary>
    public static async Task<(string Address, int Port)> NextAppendAsync(int storePort, string site, string article, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", storePort, cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync("MONITOR\r\n"u8.ToArray(), cancellation);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            var isAppend = line.Contains("\"EVAL", StringComparison.OrdinalIgnoreCase) && line.Contains($"{{{site}/{article}}}:events:", StringComparison.Ordinal);
            if (isAppend) return SenderOf(line);
        }

        throw new IOException("The store stopped telling what it does.");
    }

    /// <summary>A line reads <c>+1700000000.123456 [0 127.0.0.1:54321] "EVALSHA" …</c>.</summary>
    private static (string Address, int Port) SenderOf(string line)
    {
        var sender = line[(line.IndexOf('[') + 1)..line.IndexOf(']')].Split(' ')[1];
        var colon = sender.LastIndexOf(':');
        return (sender[..colon], int.Parse(sender[(colon + 1)..], CultureInfo.InvariantCulture));
    }
}
