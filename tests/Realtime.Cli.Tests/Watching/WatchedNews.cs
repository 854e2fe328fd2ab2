using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Realtime.Cli.Watching;
using Xunit;

namespace Realtime.Cli.Tests.Watching;

/// <summary>A running watch under a clock that only the test turns, and the news it has told.</summary>
internal sealed class WatchedNews : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<WatchNews> _news = Channel.CreateUnbounded<WatchNews>();
    private readonly CancellationTokenSource _stop = new();

    public WatchedNews(Uri server, bool once = false)
    {
        var request = new WatchRequest { Server = server, Site = "demo", Article = "first", Once = once };
        Running = Task.Run(() => new ThreadWatch(request, news => _news.Writer.TryWrite(news), Clock, new Random(1)).RunAsync(_stop.Token));
    }

    public FakeTimeProvider Clock { get; } = new();

    public Task Running { get; }

    /// <summary>The next news, which must be of this kind.</summary>
    public async Task<T> NextAsync<T>()
        where T : WatchNews
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return Assert.IsType<T>(await _news.Reader.ReadAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The watch did not tell of {typeof(T).Name}.");
        }
    }

    /// <summary>Waits for the interruption and lets the pause after it pass.</summary>
    public async Task<Disconnected> PassInterruptionAsync()
    {
        var lost = await NextAsync<Disconnected>();
        Clock.Advance(lost.RetryAfter);
        return lost;
    }

    /// <summary>Goes through the first answer: the page at this sequence.</summary>
    public async Task BeginAsync(HubServer server, int sequence)
    {
        (await server.NextCallAsync()).Answer(Answers.Page(sequence));
        await NextAsync<Connected>();
        await NextAsync<ThreadOpened>();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }
}
