namespace Realtime.Server.Live;

/// <summary>How changes reach readers (configuration section <c>Live</c>).</summary>
internal sealed record LiveOptions
{
    /// <summary>After a frame went out, further changes of the thread wait this long for company. The first change after a pause never waits.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// The same with a thousand readers or more, and in between in proportion: a send costs the same however much it carries, and nobody in a crowd
    /// misses a twentieth of a second.
    /// </summary>
    public TimeSpan CrowdedWindow { get; init; } = TimeSpan.FromMilliseconds(70);

    /// <summary>The longest window: it grows further when writing a frame to all readers takes longer than that.</summary>
    public TimeSpan MaxWindow { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Events in one frame.</summary>
    public int FrameEvents { get; init; } = 256;

    /// <summary>Bytes of recent frames kept per thread for readers whose connection is busy. Who needs an older one gets one frame made of all that was missed.</summary>
    public int RecentBytes { get; init; } = 256 * 1024;

    /// <summary>A connection that takes nothing for this long is closed; its client resumes by position when it is back.</summary>
    public TimeSpan StalledFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Threads that one connection may watch at a time.</summary>
    public int MaxWatches { get; init; } = 32;

    /// <summary>Comments on the page that <c>Watch</c> answers with.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>The least time between two presence updates of one thread.</summary>
    public TimeSpan PresenceEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Window < TimeSpan.Zero || Window > CrowdedWindow) yield return "Live:Window must be between 0 and Live:CrowdedWindow.";
        if (CrowdedWindow > MaxWindow) yield return "Live:CrowdedWindow must be at most Live:MaxWindow.";
        if (FrameEvents is < 1 or > 4096) yield return "Live:FrameEvents must be between 1 and 4096.";
        if (RecentBytes < 0) yield return "Live:RecentBytes must not be negative.";
        if (StalledFor <= TimeSpan.Zero) yield return "Live:StalledFor must be positive.";
        if (MaxWatches < 1) yield return "Live:MaxWatches must be at least 1.";
        if (PageSize is < 1 or > 100) yield return "Live:PageSize must be between 1 and 100.";
        if (PresenceEvery <= TimeSpan.Zero) yield return "Live:PresenceEvery must be positive.";
    }
}
