using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class StalledReaderTests(DevelopmentServer fixture)
{
    private const int Comments = 600;
    private readonly RunningServer _server = fixture.Server;
    private readonly string _thread = ServerFixture.NewThread();

    [Fact]
    public async Task A_reader_who_stops_reading_delays_nobody_and_converges_when_it_reads_again()
    {
        using var stalled = await RawReader.WatchAsync(_server.HubAddress, _thread);
        await using var healthy = await HubReader.ConnectAsync(_server);
        var watched = await healthy.WatchAsync(_thread);
        using var ada = _server.As("ada");
        var body = string.Concat(Enumerable.Repeat("A long comment fills the sockets. ", 240));

        // Several megabytes: far more than the connection and the kernel take in for somebody who does not read.
        for (var i = 0; i < Comments; i += 50) await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ada.PostCommentAsync(_thread, body).JsonAsync()));
        await healthy.FramesAsync(watched.Sequence, watched.Sequence + Comments);

        var seen = await stalled.ReadToAsync(Comments);
        Assert.Equal(Enumerable.Range(1, Comments), seen);
    }

    /// <summary>A WebSocket that is read only when asked to.</summary>
    private sealed class RawReader : IDisposable
    {
        private readonly ClientWebSocket _socket = new();
        private readonly MemoryStream _received = new();
        private readonly byte[] _buffer = new byte[64 * 1024];

        public static async Task<RawReader> WatchAsync(Uri hub, string thread)
        {
            var reader = new RawReader();
            var (site, article) = HubReader.Split(thread);
            await reader._socket.ConnectAsync(new UriBuilder(hub) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
            await reader.SendAsync("""{"protocol":"json","version":1}""");
            await reader.SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = "Watch", arguments = new object?[] { site, article, null } }));
            await foreach (var message in reader.MessagesAsync())
                if (message.TryGetProperty("type", out var type) && type.GetInt32() == 3)
                    return reader;
            throw new InvalidOperationException("The watch was not answered.");
        }

        /// <summary>The numbers of the comments told, in order, up to this one; every frame must follow on the one before.</summary>
        public async Task<List<int>> ReadToAsync(int last)
        {
            var numbers = new List<int>();
            var at = 0L;
            await foreach (var message in MessagesAsync())
            {
                if (!message.TryGetProperty("target", out var target) || target.GetString() != "ThreadChanged") continue;
                var frame = message.GetProperty("arguments")[0];
                Assert.Equal(at, frame.GetProperty("from").GetInt64());
                at = frame.GetProperty("to").GetInt64();
                numbers.AddRange(frame.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("comment").GetProperty("number").GetInt32()));
                if (numbers.Contains(last)) break;
            }

            return numbers;
        }

        public void Dispose() => _socket.Dispose();

        private Task SendAsync(string json) =>
            _socket.SendAsync(Encoding.UTF8.GetBytes(json + "\u001e"), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

        private async IAsyncEnumerable<JsonElement> MessagesAsync()
        {
            while (true)
            {
                while (TryTake() is { } message)
                    yield return message;
                var got = await _socket.ReceiveAsync(_buffer, TestContext.Current.CancellationToken);
                _received.Write(_buffer, 0, got.Count);
            }
        }

        private JsonElement? TryTake()
        {
            var bytes = _received.GetBuffer().AsSpan(0, (int)_received.Length);
            var end = bytes.IndexOf((byte)0x1e);
            if (end < 0) return null;
            var message = JsonDocument.Parse(bytes[..end].ToArray()).RootElement;
            var rest = bytes[(end + 1)..].ToArray();
            _received.SetLength(0);
            _received.Write(rest);
            return message;
        }
    }
}
