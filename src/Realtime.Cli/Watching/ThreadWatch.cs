using Microsoft.AspNetCore.SignalR;
using Realtime.Cli.Wire;

namespace Realtime.Cli.Watching;

/// <summary>
/// Follows one thread for as long as it is let: connects, watches, and after every interruption connects anew and goes on from the last position.
/// <paramref name="tell"/> is called by one caller at a time; the news it gets has no gap, or says with <see cref="ThreadOpened"/> that it starts afresh.
/// </summary>
internal sealed class ThreadWatch(WatchRequest request, Action<WatchNews> tell, TimeProvider time, Random random)
{
    /// <summary>No server has a reason to send its readers away for longer.</summary>
    public static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(2);

    private readonly Continuity _continuity = new();
    private readonly Backoff _backoff = new(random);
    private DateTimeOffset? _returnAt;
    private bool _everLive;
    private bool _live;

    /// <summary>Ends with <see cref="OperationCanceledException"/> when stopped.</summary>
    /// <exception cref="WatchFailedException">The server will not have us, or <see cref="WatchRequest.Once"/> and it was not there.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var reason = await FollowUntilInterruptedAsync(stop);
            stop.ThrowIfCancellationRequested();
            if (request.Once && !_everLive) throw new WatchFailedException(reason);
            await PauseAsync(reason, stop);
        }
    }

    private async Task<string> FollowUntilInterruptedAsync(CancellationToken stop)
    {
        try
        {
            await using var connection = await ThreadConnection.OpenAsync(request, stop);
            return await FollowAsync(connection, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return Interruption.Explain(failure, request.Server);
        }
    }

    private async Task<string> FollowAsync(ThreadConnection connection, CancellationToken stop)
    {
        using var leaving = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, leaving.Token);
        try
        {
            await CatchUpAsync(connection, either.Token);
            await foreach (var signal in connection.Signals.ReadAllAsync(either.Token)) await TakeAsync(signal, connection, leaving, either.Token);
            return "The server closed the connection.";
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return "The server asked to connect anew.";
        }
    }

    private async Task TakeAsync(HubSignal signal, ThreadConnection connection, CancellationTokenSource leaving, CancellationToken stop)
    {
        switch (signal)
        {
            case HubSignal.Changed changed:
                if (_continuity.Judge(changed.Frame) == FrameFit.Gap) await CatchUpAsync(connection, stop);
                TakeFrame(changed.Frame);
                break;
            case HubSignal.Reset:
                _continuity.Forget();
                await CatchUpAsync(connection, stop);
                break;
            case HubSignal.Draining draining:
                // Until then the connection still brings changes: leave at the told moment, or wait for it if the server hangs up earlier.
                var after = TimeSpan.FromTicks(Math.Clamp(draining.ReconnectAfter.Ticks, 0, LongestDrain.Ticks));
                _returnAt = time.GetUtcNow() + after;
                leaving.CancelAfter(after);
                break;
        }
    }

    private void TakeFrame(ThreadChanges frame)
    {
        if (_continuity.Judge(frame) != FrameFit.Follows) return;
        _continuity.Advance(frame);
        tell(new ThreadMoved(frame));
    }

    private async Task CatchUpAsync(ThreadConnection connection, CancellationToken stop)
    {
        string? before;
        WatchedThread answer;
        do
        {
            before = _continuity.Position;
            answer = await AskAsync(connection, stop);
            TakeAnswer(answer);
        }
        while (answer.Changes is { More: true } && _continuity.Position != before);
    }

    private async Task<WatchedThread> AskAsync(ThreadConnection connection, CancellationToken stop)
    {
        try
        {
            return await connection.WatchAsync(_continuity.Position, stop);
        }
        catch (HubException failure) when (_continuity.Position is not null && HubRefusal.Read(failure.Message) is { IsPosition: true })
        {
            _continuity.Forget();
            return await connection.WatchAsync(null, stop);
        }
    }

    private void TakeAnswer(WatchedThread answer)
    {
        if (!_live) tell(new Connected());
        (_live, _everLive) = (true, true);
        _backoff.Succeeded();
        _continuity.Take(answer);
        if (answer.Page is { } page) tell(new ThreadOpened(page));
        else if (answer.Changes is { } changes) tell(new ThreadMoved(changes));
    }

    private async Task PauseAsync(string reason, CancellationToken stop)
    {
        var wait = _returnAt is { } told ? told - time.GetUtcNow() : _backoff.Next();
        if (wait < TimeSpan.Zero) wait = TimeSpan.Zero;
        (_live, _returnAt) = (false, null);
        // Armed before it is told, so that whoever turns the clock on hearing of it turns it for this wait.
        var pause = Task.Delay(wait, time, stop);
        tell(new Disconnected(reason, wait));
        await pause;
    }
}
