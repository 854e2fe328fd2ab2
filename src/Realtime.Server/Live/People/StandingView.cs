using System.Runtime.Serialization;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;

namespace Realtime.Server.Live.People;

/// <summary>How the person on a connection stands with a site. What works by not being known is not in it.</summary>
[DataContract]
public sealed record StandingView
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    /// <summary><c>good</c>, <c>warned</c> (nothing can be written until the warning has been acknowledged), <c>suspended</c> or <c>banned</c>.</summary>
    [DataMember(Name = "state")]
    public required string State { get; init; }

    /// <summary>When it ends by itself; left out when it does not.</summary>
    [DataMember(Name = "until")]
    public DateTime? Until { get; init; }

    /// <summary>In the moderator's words. Plain text, never HTML.</summary>
    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    /// <summary>With <c>warned</c>: the number by which the warning is acknowledged.</summary>
    [DataMember(Name = "sanction")]
    public int? Sanction { get; init; }

    public static StandingView Good(SiteId site) => new() { Site = site.Value, State = "good" };

    /// <param name="site">The site.</param>
    /// <param name="inForce">What is in force of it against the person, and what is everywhere.</param>
    public static StandingView Of(SiteId site, IReadOnlyList<Sanction> inForce)
    {
        IEnumerable<Sanction> Of(SanctionKind kind) => inForce.Where(sanction => sanction.Kind == kind);
        // What ends last is what has to be waited for.
        if (Of(SanctionKind.Ban).MaxBy(EndOf) is { } ban) return Good(site) with { State = "banned", Until = ban.Until?.UtcDateTime, Reason = ban.Reason };
        if (Of(SanctionKind.Suspend).MaxBy(EndOf) is { } suspended)
            return Good(site) with { State = "suspended", Until = suspended.Until?.UtcDateTime, Reason = suspended.Reason };
        return Of(SanctionKind.Warn).FirstOrDefault() is { } warning
            ? Good(site) with { State = "warned", Reason = warning.Reason, Sanction = warning.Id }
            : Good(site);
    }

    private static DateTimeOffset EndOf(Sanction sanction) => sanction.Until ?? DateTimeOffset.MaxValue;
}
