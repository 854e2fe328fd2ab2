using System.Net.Sockets;
using Realtime.Faults.Links;

namespace Realtime.Faults.Tests.Links;

public sealed class TcpProxyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_healthy_link_passes_bytes_both_ways()
    {
        await using var server = new EchoServer();
        await using var proxy = new TcpProxy(server.Address);
        using var client = await ConnectAsync(proxy);

        Assert.Equal("hello", await AskAsync(client, "hello"));
    }

    [Fact]
    public async Task A_held_link_passes_nothing_until_it_heals()
    {
        await using var server = new EchoServer();
        await using var proxy = new TcpProxy(server.Address);
        using var client = await ConnectAsync(proxy);
        Assert.Equal("a", await AskAsync(client, "a"));

        proxy.Terms = LinkTerms.HalfOpen;
        var answer = AskAsync(client, "b");
        Assert.False(answer.IsCompleted);
        proxy.Terms = LinkTerms.Healthy;

        Assert.Equal("b", await answer);
    }

    [Fact]
    public async Task Holding_one_direction_lets_the_other_pass()
    {
        await using var server = new EchoServer();
        await using var proxy = new TcpProxy(server.Address) { Terms = new LinkTerms { HoldsFromTarget = true } };
        using var client = await ConnectAsync(proxy);

        var answer = AskAsync(client, "through");
        await UntilAsync(() => proxy.BytesToTarget == "through".Length);
        Assert.False(answer.IsCompleted);
        Assert.Equal(0, proxy.BytesFromTarget);
        proxy.Terms = LinkTerms.Healthy;

        Assert.Equal("through", await answer);
    }

    [Fact]
    public async Task A_cut_resets_every_connection()
    {
        await using var server = new EchoServer();
        await using var proxy = new TcpProxy(server.Address);
        using var client = await ConnectAsync(proxy);
        Assert.Equal("a", await AskAsync(client, "a"));

        proxy.Cut();

        await Assert.ThrowsAnyAsync<SocketException>(() => AskAsync(client, "b"));
        await UntilAsync(() => proxy.Connections == 0);
    }

    [Fact]
    public async Task A_refusing_link_closes_new_connections_and_keeps_the_old()
    {
        await using var server = new EchoServer();
        await using var proxy = new TcpProxy(server.Address);
        using var old = await ConnectAsync(proxy);
        Assert.Equal("a", await AskAsync(old, "a"));

        proxy.Terms = LinkTerms.Refusing;

        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            using var refused = await ConnectAsync(proxy);
            await AskAsync(refused, "b");
        });
        Assert.Equal("c", await AskAsync(old, "c"));
    }

    [Fact]
    public async Task A_link_that_holds_makes_the_sender_s_window_close()
    {
        await using var server = new EchoServer(floods: true);
        await using var proxy = new TcpProxy(server.Address, receiveBuffer: 4096) { Terms = new LinkTerms { HoldsFromTarget = true } };
        using var client = await ConnectAsync(proxy);

        await UntilAsync(() => server.Sent > 0);
        var sent = await SteadyAsync(() => server.Sent);

        Assert.InRange(sent, 1, 256 * 1024);
    }

    [Fact]
    public async Task A_link_knows_its_connections_by_their_port()
    {
        await using var server = new EchoServer();
        await using var proxy = new TcpProxy(server.Address);
        using var client = await ConnectAsync(proxy);
        Assert.Equal("a", await AskAsync(client, "a"));

        Assert.False(proxy.Speaks(1));
        Assert.False(proxy.Speaks(((System.Net.IPEndPoint)client.LocalEndPoint!).Port));
    }

    private static async Task<Socket> ConnectAsync(TcpProxy proxy)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(proxy.Address, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<string> AskAsync(Socket client, string question)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        await client.SendAsync(System.Text.Encoding.ASCII.GetBytes(question), timeout.Token);
        var buffer = new byte[question.Length];
        for (var received = 0; received < buffer.Length;)
        {
            var read = await client.ReceiveAsync(buffer.AsMemory(received), timeout.Token);
            if (read == 0) throw new SocketException((int)SocketError.ConnectionReset);
            received += read;
        }

        return System.Text.Encoding.ASCII.GetString(buffer);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(until) < Patience, "the condition did not come about");
            await Task.Yield();
        }
    }

    /// <summary>The value once it has not changed for many looks.</summary>
    private static async Task<long> SteadyAsync(Func<long> value)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var (last, same) = (value(), 0);
        while (same < 10)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            (last, same) = (value(), value() == last ? same + 1 : 0);
        }

        return last;
    }
}
