namespace Realtime.Grains.Threads;

/// <summary>
/// Wakes the thread when it is to close, across restarts of every silo. The reminder is set before the event is journalled: after a crash between
/// the two it rings for nothing, while the other way round the thread would stay open.
/// </summary>
internal sealed class ThreadAlarm(IGrainBase grain, TimeProvider time)
{
    private const string Name = "close";

    /// <summary>Rings again every minute until it is stopped, for the case that the silo which should have heard it is just dying.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>The longest time that the reminder service can count; it is set anew then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private DateTimeOffset? _set;

    public async Task SetAsync(DateTimeOffset at)
    {
        var wait = at - time.GetUtcNow();
        if (at == _set) return;
        _set = null;
        await grain.RegisterOrUpdateReminder(Name, wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest, Again);
        if (wait < Longest) _set = at;
    }

    public async Task StopAsync()
    {
        _set = null;
        if (await grain.GetReminder(Name) is { } reminder) await grain.UnregisterReminder(reminder);
    }
}
