namespace Realtime.Discussion.Sites;

/// <summary>When a comment is shown.</summary>
public enum ModerationMode
{
    /// <summary>At once, unless screening holds it; moderators look afterwards.</summary>
    Post = 0,

    /// <summary>Once a moderator has approved it.</summary>
    Pre = 1,
}

/// <summary>What people may do who have not signed in.</summary>
public enum GuestMode
{
    Off = 0,
    On = 1,

    /// <summary>Every comment of theirs waits for a moderator.</summary>
    Review = 2,
}

/// <summary>What the flood guard does to a thread that is flooded.</summary>
public enum FloodResponse
{
    SlowMode = 0,

    /// <summary>Every comment waits for a moderator.</summary>
    Review = 1,
}

/// <summary>A publisher's settings for one site. Times are null where the site has no such limit.</summary>
[GenerateSerializer, Immutable, Alias("site-settings")]
public sealed record SiteSettings
{
    [Id(0)]
    public ModerationMode Moderation { get; init; }

    [Id(1)]
    public GuestMode Guests { get; init; }

    /// <summary>How far apart the comments of one person in one thread must be.</summary>
    [Id(2)]
    public TimeSpan? SlowMode { get; init; }

    /// <summary>How long after an article's publication (else after its thread's first event) its thread closes by itself.</summary>
    [Id(3)]
    public TimeSpan? CloseAfter { get; init; }

    /// <summary>The emergency brake: nobody but moderators writes anywhere on the site.</summary>
    [Id(4)]
    public bool Locked { get; init; }

    [Id(5)]
    public FloodGuard FloodGuard { get; init; } = new();

    /// <summary>Distinct reporters of a comment from which on it waits for a moderator; null for never.</summary>
    [Id(6)]
    public int? HoldAtReports { get; init; }

    /// <summary>How long keyed hashes of network addresses are kept.</summary>
    [Id(7)]
    public TimeSpan KeepAddressesFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Where the toxicity classifier is; null for none. Its key is the site's secret of purpose <c>toxicity</c>.</summary>
    [Id(8)]
    public string? ToxicityAddress { get; init; }

    /// <summary>Where the external moderation hook is; null for none. It is signed with the site's secrets of purpose <c>hook</c>.</summary>
    [Id(9)]
    public string? HookAddress { get; init; }

    [Id(10)]
    public SignOnSettings SignOn { get; init; } = new();

    /// <summary>Every mistake, each beginning with the path of the setting that it is about; empty when the settings are sound.</summary>
    public IEnumerable<string> Mistakes() => SettingsForm.Mistakes(this);
}

/// <summary>A thread that gets more than <see cref="Comments"/> within <see cref="Within"/> is slowed down or reviewed for <see cref="For"/>.</summary>
[GenerateSerializer, Immutable, Alias("flood-guard")]
public sealed record FloodGuard
{
    /// <summary>Null switches the guard off.</summary>
    [Id(0)]
    public int? Comments { get; init; }

    [Id(1)]
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(1);

    [Id(2)]
    public FloodResponse Response { get; init; }

    /// <summary>How far apart one person's comments must be meanwhile, with <see cref="FloodResponse.SlowMode"/>.</summary>
    [Id(3)]
    public TimeSpan SlowMode { get; init; } = TimeSpan.FromMinutes(1);

    [Id(4)]
    public TimeSpan For { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>How the site's own sign-on names people, beside the server's. Secrets of purpose <c>signOn</c> verify HS256.</summary>
[GenerateSerializer, Immutable, Alias("sign-on-settings")]
public sealed record SignOnSettings
{
    /// <summary>An OpenID Connect authority whose published keys sign the tokens; null for none.</summary>
    [Id(0)]
    public string? Authority { get; init; }

    /// <summary>The address of a key set (JWKS), for a sign-on without a discovery document; null for none.</summary>
    [Id(1)]
    public string? KeySet { get; init; }

    [Id(2)]
    public string? Issuer { get; init; }

    [Id(3)]
    public string? Audience { get; init; }

    /// <summary>The claims that hold a person's id, name, roles and badges.</summary>
    [Id(4)]
    public string IdClaim { get; init; } = "sub";

    [Id(5)]
    public string NameClaim { get; init; } = "name";

    [Id(6)]
    public string RolesClaim { get; init; } = "roles";

    [Id(7)]
    public string BadgesClaim { get; init; } = "badges";
}
