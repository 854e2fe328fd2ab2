namespace Realtime.Server.Draining;

/// <summary>
/// How a server leaves without its readers noticing (configuration section <c>Drain</c>). All phases together must fit into the grace period that the
/// platform gives a process between SIGTERM and SIGKILL.
/// </summary>
internal sealed record DrainOptions
{
    /// <summary>From turning not ready to the first wave: the time a load balancer needs to stop sending connections here.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.Zero;

    /// <summary>The time over which the connections are sent away, evenly.</summary>
    public TimeSpan Over { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Each client waits a random part of this before it connects anew.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long clients that were sent away may take to go before the connection is cut.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every mistake, each beginning with the configuration key that it is about.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Notice < TimeSpan.Zero) yield return "Drain:Notice must not be negative.";
        if (Over < TimeSpan.Zero) yield return "Drain:Over must not be negative.";
        if (Jitter < TimeSpan.Zero) yield return "Drain:Jitter must not be negative.";
        if (Patience < TimeSpan.Zero) yield return "Drain:Patience must not be negative.";
    }
}
