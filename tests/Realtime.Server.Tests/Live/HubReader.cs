using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Reading;
using Realtime.Server.Live;
using Realtime.Server.Live.People;
using Realtime.Server.Live.Sites;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;

namespace Realtime.Server.Tests.Live;

/// <summary>A connected reader who keeps what the hub tells it.</summary>
internal sealed class HubReader : IAsyncDisposable
{
    private readonly Channel<ThreadChanges> _frames = Channel.CreateUnbounded<ThreadChanges>();

    private HubReader(HubConnection hub)
    {
        Hub = hub;
        hub.On<ThreadChanges>("ThreadChanged", frame => _frames.Writer.TryWrite(frame));
        hub.On<ThreadReset>("ThreadReset", reset => ResetTold.TrySetResult(reset));
        hub.On<ThreadPresence>("Presence", Presences.Enqueue);
        hub.On<SiteView>("SiteChanged", Sites.Enqueue);
        hub.On<StandingView>("Standing", Standings.Enqueue);
        hub.On<InboxView>("Inbox", Inboxes.Enqueue);
        hub.On<int>("Draining", wait => DrainingTold.TrySetResult(wait));
    }

    public HubConnection Hub { get; }

    public TaskCompletionSource<ThreadReset> ResetTold { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<int> DrainingTold { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<ThreadPresence> Presences { get; } = new();

    public ConcurrentQueue<SiteView> Sites { get; } = new();

    public ConcurrentQueue<StandingView> Standings { get; } = new();

    public ConcurrentQueue<InboxView> Inboxes { get; } = new();

    public static async Task<HubReader> ConnectAsync(RunningServer server, string? token = null, bool messagePack = false)
    {
        var builder = new HubConnectionBuilder().WithUrl(server.HubAddress, options => options.AccessTokenProvider = () => Task.FromResult(token));
        if (messagePack) builder.AddMessagePackProtocol();
        var reader = new HubReader(builder.Build());
        await reader.Hub.StartAsync();
        return reader;
    }

    public Task<WatchedThread> WatchAsync(string thread, string? position = null)
    {
        var (site, article) = Split(thread);
        return Hub.InvokeAsync<WatchedThread>("Watch", site, article, position);
    }

    public async Task<ThreadChanges> NextAsync() => await _frames.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Patience);

    /// <summary>The frames up to the one that reaches this sequence; each must follow on the one before.</summary>
    public async Task<List<ThreadChanges>> FramesAsync(long from, long to)
    {
        var frames = new List<ThreadChanges>();
        while (from < to)
        {
            var frame = await NextAsync();
            if (frame.From != from) throw new InvalidOperationException($"A frame from {frame.From} to {frame.To} does not follow on {from}.");
            frames.Add(frame);
            from = frame.To;
        }

        return frames;
    }

    /// <summary>True when nothing has come that was not asked for.</summary>
    public bool IsQuiet => !_frames.Reader.TryPeek(out _);

    public static (string Site, string Article) Split(string thread) => thread.Split('/') is [.., var site, _, var article] ? (site, article) : throw new FormatException(thread);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
