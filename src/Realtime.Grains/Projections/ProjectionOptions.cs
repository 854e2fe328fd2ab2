namespace Realtime.Grains.Projections;

/// <summary>How threads tell projections (configuration section <c>Projections</c>).</summary>
public sealed record ProjectionOptions
{
    /// <summary>What happens within this time is told together: a hot thread costs its projections a few calls a second.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Comments told at once.</summary>
    public int Batch { get; init; } = 500;

    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A thread that has told everything takes its mark back after this long without a new event.</summary>
    public TimeSpan QuietAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a silo looks for threads whose silo has died before they told everything.</summary>
    public TimeSpan RecoverEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Gathering < TimeSpan.Zero || Gathering > TimeSpan.FromMinutes(1)) yield return "Projections:Gathering must be between zero and a minute.";
        if (Batch < 1) yield return "Projections:Batch must be at least 1.";
        if (RetryAfter <= TimeSpan.Zero) yield return "Projections:RetryAfter must be above zero.";
        if (QuietAfter < TimeSpan.FromSeconds(1)) yield return "Projections:QuietAfter must be at least a second.";
        if (RecoverEvery < TimeSpan.FromSeconds(1)) yield return "Projections:RecoverEvery must be at least a second.";
    }
}
