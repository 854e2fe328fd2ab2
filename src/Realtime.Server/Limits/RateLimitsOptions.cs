using System.Threading.RateLimiting;

namespace Realtime.Server.Limits;

/// <summary>How much one caller may ask for (configuration section <c>RateLimits</c>).</summary>
internal sealed record RateLimitsOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// Everything that one network address asks for; a company's readers may all share one. Behind a proxy set
    /// <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED=true</c>, or all readers together have the proxy's.
    /// </summary>
    public Bucket Requests { get; init; } = new() { Burst = 600, Every = TimeSpan.FromMilliseconds(20) };

    /// <summary>What one signed-in person writes, over HTTP and on the hub together.</summary>
    public Bucket Writes { get; init; } = new() { Burst = 30, Every = TimeSpan.FromSeconds(1) };

    public IEnumerable<string> Mistakes() => Requests.Mistakes("RateLimits:Requests").Concat(Writes.Mistakes("RateLimits:Writes"));
}

/// <summary>A token bucket.</summary>
internal sealed record Bucket
{
    /// <summary>So many at once.</summary>
    public int Burst { get; init; }

    /// <summary>One more each time this has passed.</summary>
    public TimeSpan Every { get; init; }

    public TokenBucketRateLimiterOptions AsOptions() => new() { TokenLimit = Burst, TokensPerPeriod = 1, ReplenishmentPeriod = Every, QueueLimit = 0 };

    public IEnumerable<string> Mistakes(string key)
    {
        if (Burst < 1) yield return $"{key}:Burst must be at least 1.";
        if (Every < TimeSpan.FromMilliseconds(1)) yield return $"{key}:Every must be at least a millisecond.";
    }
}
