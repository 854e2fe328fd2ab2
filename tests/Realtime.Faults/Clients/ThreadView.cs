using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Clients;

/// <summary>What a reader makes of the messages about its thread: its position, and the record of everything seen, in the order in which it counts.</summary>
internal sealed class ThreadView(string reader, string article, Api api, HistoryRecorder recorder, RunClock clock)
{
    private readonly List<Sighting> _early = [];
    private int _watches;
    private bool _isWaiting;

    public string? Position { get; private set; }

    public void Record(SightingKind kind, Uri? host, string? reason = null) => recorder.Record(New(kind, host) with { Reason = reason });

    public Task WatchAsync(HubSocket hub, Uri host, CancellationToken cancellation)
    {
        _early.Clear();
        _isWaiting = true;
        return hub.InvokeAsync((++_watches).ToString(CultureInfo.InvariantCulture), "Watch", cancellation, Api.Site, article, Position);
    }

    /// <summary>True when the message was the answer to the watch: the reader is live from now on.</summary>
    public async Task<bool> TakeAsync(HubSocket hub, Uri host, int type, JsonElement message, CancellationToken cancellation)
    {
        if (type == 3) return await AnsweredAsync(host, message, cancellation);
        if (type != 1) return false;
        var argument = message.GetProperty("arguments")[0];
        switch (Wire.Text(message, "target"))
        {
            case "ThreadChanged":
                Take(Frame(SightingKind.Changes, host, argument));
                break;
            case "ThreadReset":
                Forget(host, "told");
                await WatchAsync(hub, host, cancellation);
                break;
            case "Draining":
                Record(SightingKind.Draining, host);
                break;
            default: break;
        }

        return false;
    }

    private async Task<bool> AnsweredAsync(Uri host, JsonElement completion, CancellationToken cancellation)
    {
        if (Wire.Text(completion, "invocationId") != _watches.ToString(CultureInfo.InvariantCulture)) return false;
        if (Wire.Text(completion, "error") is { } error) throw new WebSocketException(error);
        var answer = completion.GetProperty("result");
        if (Wire.Flag(answer, "reset")) Forget(host, "answered");
        if (answer.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.Object) await ShowAsync(host, page, cancellation);
        else Keep(Frame(SightingKind.Resumed, host, answer.GetProperty("changes")));
        _isWaiting = false;
        foreach (var early in _early) Keep(early);
        _early.Clear();
        return true;
    }

    /// <summary>A page names its position; comments that do not fit on it are read after, so that they are as new or newer.</summary>
    private async Task ShowAsync(Uri host, JsonElement page, CancellationToken cancellation)
    {
        var comments = Wire.Text(page, "next") is null ? Wire.Comments(page) : (await api.AllCommentsAsync(host, article, cancellation)).Comments;
        Keep(New(SightingKind.Page, host) with { Position = Wire.Text(page, "position"), Comments = comments });
    }

    private void Forget(Uri host, string reason)
    {
        Record(SightingKind.Reset, host, reason);
        Position = null;
    }

    /// <summary>A frame may overtake the answer of the watch that it follows.</summary>
    private void Take(Sighting frame)
    {
        if (_isWaiting) _early.Add(frame);
        else Keep(frame);
    }

    private void Keep(Sighting sighting)
    {
        Position = sighting.Position;
        recorder.Record(sighting);
    }

    private Sighting Frame(SightingKind kind, Uri host, JsonElement changes) => New(kind, host) with
    {
        From = changes.GetProperty("from").GetInt64(),
        To = changes.GetProperty("to").GetInt64(),
        Position = Wire.Text(changes, "position"),
        Comments = Wire.Changed(changes),
    };

    private Sighting New(SightingKind kind, Uri? host) => new() { Reader = reader, Article = article, Kind = kind, At = clock.Now, Host = host?.Authority };
}
