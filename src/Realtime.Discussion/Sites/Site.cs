using System.Collections.Immutable;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Sites;

/// <summary>
/// The state of one site after a number of events: what its publisher has set, who may do more than others, and who may do less. Immutable, so that every
/// host reads its copy without a lock. <see cref="Everywhere"/> is the site whose sanctions hold on all sites.
/// </summary>
public sealed record Site
{
    /// <summary>Not a <see cref="SiteId"/> that anybody could ask for: those begin with a letter or digit.</summary>
    public static SiteId Everywhere { get; } = new("*");

    /// <summary>A site of which nothing has been set.</summary>
    public static Site Unset { get; } = new();

    public SiteSettings Settings { get; init; } = new();

    /// <summary>The rules of the discussion policy, the word lists, and how comments are screened by them.</summary>
    public ScreeningPolicy Screening { get; init; } = new();

    /// <summary>Roles given here, beside those that the sign-on gives.</summary>
    public ImmutableDictionary<UserId, Roles> Roles { get; init; } = ImmutableDictionary<UserId, Roles>.Empty;

    /// <summary>The sanctions of everybody who has any, lifted and ended ones not among them.</summary>
    public ImmutableDictionary<UserId, ImmutableList<Sanction>> Sanctions { get; init; } = ImmutableDictionary<UserId, ImmutableList<Sanction>>.Empty;

    public ImmutableList<SiteSecret> Secrets { get; init; } = [];

    /// <summary>The number of sanctions ever imposed.</summary>
    public int LastSanction { get; init; }

    public Roles RolesOf(UserId user) => Roles.GetValueOrDefault(user);

    public Standing StandingOf(UserId user, DateTimeOffset now) =>
        Sanctions.TryGetValue(user, out var sanctions) ? Standing.Of(sanctions, now) : Standing.Good;

    public IReadOnlyList<Sanction> SanctionsOf(UserId user) => Sanctions.GetValueOrDefault(user, []);

    /// <summary>The site with the event in it. Never throws on an event that was journalled: what does not fit changes nothing.</summary>
    public Site Apply(SiteEvent @event) => @event switch
    {
        SettingsChanged changed => this with { Settings = changed.Settings },
        PolicyChanged changed => this with { Screening = PolicyRules.With(Screening, changed.Rules) },
        WordsChanged changed => this with { Screening = Screening with { Words = changed.Words } },
        ScreeningChanged changed => this with { Screening = Screening with { Steps = changed.Steps, Limits = changed.Limits, Nudges = changed.Nudges } },
        RolesGiven { User: var erased } when erased == UserId.Erased => this,
        RolesGiven given => this with { Roles = given.Roles == default ? Roles.Remove(given.User) : Roles.SetItem(given.User, given.Roles) },
        SecretAdded added => this with { Secrets = Secrets.RemoveAll(known => known.Id == added.Id).Add(added.AsSecret) },
        SecretRemoved removed => this with { Secrets = Secrets.RemoveAll(known => known.Id == removed.Id) },
        SanctionImposed imposed => SanctionRules.With(this, imposed),
        SanctionLifted lifted => SanctionRules.Without(this, lifted.User, lifted.Id, lifted.At),
        WarningAcknowledged acknowledged => SanctionRules.Without(this, acknowledged.By, acknowledged.Id, acknowledged.At),
        _ => this,
    };
}

/// <summary>A secret that the site shares with somebody. There may be two of a purpose while one is exchanged for the other: both are valid.</summary>
/// <param name="Id">The publisher's name for it.</param>
/// <param name="Purpose"><c>signOn</c>, <c>hook</c> or <c>toxicity</c>.</param>
/// <param name="Sealed">Encrypted by the host: the journal holds no secret in the clear.</param>
/// <param name="At">Since when.</param>
[GenerateSerializer, Immutable, Alias("site-secret")]
public sealed record SiteSecret(
    [property: Id(0)] string Id, [property: Id(1)] string Purpose, [property: Id(2)] string Sealed, [property: Id(3)] DateTimeOffset At);
