namespace Realtime.Grains.Replicas;

/// <summary>How a host keeps its read copies (configuration section <c>Replicas</c>).</summary>
public sealed record ReplicaOptions
{
    /// <summary>
    /// A watch is renewed after this long, give or take a third so that the hosts do not call in step. Must stay well below the minute after
    /// which a thread forgets a host.
    /// </summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before the next attempt when the thread could not be watched, or the journal not be read.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A copy that nobody follows is closed this long after it was last read.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Events per thread that a reader can catch up on without the journal being read.</summary>
    public int RecentEvents { get; init; } = 2048;

    /// <summary>Journal bytes of these events, at most.</summary>
    public long RecentBytes { get; init; } = 4 << 20;

    /// <summary>Bytes of comments' words per thread that are held in memory; the others are read from the journal when a page shows them.</summary>
    public long WordsBytes { get; init; } = 4 << 20;

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (RenewEvery < TimeSpan.FromSeconds(1) || RenewEvery > TimeSpan.FromSeconds(30))
            yield return "Replicas:RenewEvery must be between 1 and 30 seconds.";
        if (RetryAfter <= TimeSpan.Zero || RetryAfter > TimeSpan.FromMinutes(1)) yield return "Replicas:RetryAfter must be above zero, and at most a minute.";
        if (IdleAfter < TimeSpan.FromSeconds(1)) yield return "Replicas:IdleAfter must be at least a second.";
        if (RecentEvents < 1) yield return "Replicas:RecentEvents must be at least 1.";
        if (RecentBytes < 1) yield return "Replicas:RecentBytes must be at least 1.";
        if (WordsBytes < 1) yield return "Replicas:WordsBytes must be at least 1.";
    }
}
