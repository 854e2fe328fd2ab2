using System.Net.WebSockets;
using System.Text.Json;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Clients;

/// <summary>
/// One reader of one thread: watches, records everything it is sent, and when its connection ends comes back elsewhere after a jittered pause and
/// resumes from its last position.
/// </summary>
internal sealed class Reader(string name, string article, ReaderTerms terms, Hosts hosts, Api api, HistoryRecorder recorder, RunClock clock, Random random)
{
    private readonly ThreadView _view = new(name, article, api, recorder, clock);
    private Uri? _host;
    private int _failures;
    private bool _isSentAway;

    public string Name => name;

    public string Article => article;

    /// <summary>Where the reader is; null before its first page and after a reset.</summary>
    public string? Position => _view.Position;

    public bool IsConnected { get; private set; }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ConnectAndFollowAsync(stopping);
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or JsonException or TimeoutException or OperationCanceledException)
            {
                if (IsConnected && !stopping.IsCancellationRequested && !_isSentAway) _view.Record(SightingKind.Lost, _host, e.GetType().Name);
            }

            IsConnected = _isSentAway = false;
            await Task.Delay(Pause(), stopping).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task ConnectAndFollowAsync(CancellationToken stopping)
    {
        _host = hosts.Pick(random, _host);
        using var connecting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        connecting.CancelAfter(terms.ConnectTimeout);
        using var hub = await HubSocket.ConnectAsync(_host, clock.Time, connecting.Token);
        _view.Record(SightingKind.Connected, _host);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await _view.WatchAsync(hub, _host, leaving.Token);
        while (!leaving.IsCancellationRequested)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
            silence.CancelAfter(terms.Silence);
            using var message = await hub.NextAsync(silence.Token);
            await TakeAsync(hub, message.RootElement, leaving);
        }
    }

    private async Task TakeAsync(HubSocket hub, JsonElement message, CancellationTokenSource leaving)
    {
        var type = message.TryGetProperty("type", out var kind) ? kind.GetInt32() : 0;
        if (type == 7) throw new WebSocketException("The server closes.");
        if (type == 1 && Wire.Text(message, "target") == "Draining")
        {
            _isSentAway = true;
            leaving.CancelAfter(message.GetProperty("arguments")[0].GetInt32());
        }

        if (await _view.TakeAsync(hub, _host!, type, message, leaving.Token)) (IsConnected, _failures) = (true, 0);
    }

    /// <summary>Twice as long after every failure, and never the same for two readers.</summary>
    private TimeSpan Pause() => terms.Backoff * Math.Pow(2, Math.Min(_failures++, 4)) * (0.5 + random.NextDouble());
}

internal sealed record ReaderTerms
{
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection that says nothing for so long is given up; servers ping every 15 seconds.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(150);
}
