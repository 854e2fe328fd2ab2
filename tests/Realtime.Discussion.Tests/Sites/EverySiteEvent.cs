using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Sites;

namespace Realtime.Discussion.Tests.Sites;

/// <summary>One event of every kind with every field set: what the golden files hold.</summary>
internal static class EverySiteEvent
{
    private const string Name = "Ani \"the 1st\"";
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 30, 15, 250, TimeSpan.Zero);
    private static readonly UserId By = new("auth0|ani");
    private static readonly UserId User = new("auth0|բագրատ");

    public static SiteSettings Settings { get; } = new()
    {
        Moderation = ModerationMode.Pre,
        Guests = GuestMode.Review,
        SlowMode = TimeSpan.FromSeconds(30),
        CloseAfter = TimeSpan.FromDays(14),
        Locked = true,
        FloodGuard = new FloodGuard
        {
            Comments = 100,
            Within = TimeSpan.FromSeconds(90),
            Response = FloodResponse.Review,
            SlowMode = TimeSpan.FromMinutes(2),
            For = TimeSpan.FromMinutes(20),
        },
        HoldAtReports = 3,
        KeepAddressesFor = TimeSpan.FromDays(7),
        ToxicityAddress = "https://scores.example/v1",
        HookAddress = "https://gazette.example/hook?a=1",
        SignOn = new SignOnSettings
        {
            Authority = "https://login.gazette.example",
            Issuer = "https://login.gazette.example/",
            Audience = "realtime",
            IdClaim = "oid",
            NameClaim = "preferred_username",
            RolesClaim = "groups",
            BadgesClaim = "tiers",
        },
    };

    public static ScreeningLimits Limits { get; } = new()
    {
        MinCharacters = 2,
        MaxCharacters = 2_000,
        MaxLinks = 1,
        AllowedHosts = ["gazette.example"],
        RepeatSimilarity = 0.75,
        RepeatWithin = TimeSpan.FromHours(2),
        RepeatFromLetters = 10,
        FloodComments = 3,
        FloodWithin = TimeSpan.FromSeconds(20),
        NewUntilPublished = 5,
        NewUntilAge = TimeSpan.FromDays(1),
        RejectedShare = 0.25,
        RejectedFromComments = 4,
        ToxicityFrom = new Dictionary<string, double> { ["TOXICITY"] = 0.7, ["THREAT"] = 0.5 },
    };

    public static IReadOnlyDictionary<string, SiteEvent> ByKind { get; } = new Dictionary<string, SiteEvent>
    {
        ["settingsChanged"] = new SettingsChanged { At = At, By = By, Name = Name, Settings = Settings },
        ["policyChanged"] = new PolicyChanged { At = At, By = By, Name = Name, Rules = [new(1, "Բարեւ", "Be <kind>."), new(3, "No ads", "")] },
        ["wordsChanged"] = new WordsChanged { At = At, By = By, Name = Name, Words = new WordLists { Banned = ["foo*"], Suspect = ["բար", "b a r"], Allowed = ["food"] } },
        ["screeningChanged"] = new ScreeningChanged
        {
            At = At,
            By = By,
            Name = Name,
            Steps = [new() { Step = StepNames.Words, On = false, Action = Verdict.Reject, Fallback = Verdict.Hold, Rule = 3 }, new() { Step = StepNames.External }],
            Limits = Limits,
            Nudges = false,
        },
        ["rolesGiven"] = new RolesGiven { At = At, By = By, Name = Name, User = User, Roles = Roles.Staff | Roles.Moderator },
        ["secretAdded"] = new SecretAdded { At = At, By = By, Name = Name, Id = "2026-03", Purpose = SecretPurposes.Hook, Sealed = "AbC-_" },
        ["secretRemoved"] = new SecretRemoved { At = At, By = By, Name = Name, Id = "2026-03" },
        ["sanctionImposed"] = new SanctionImposed
            { At = At, By = By, Name = Name, User = User, Id = 7, Kind = SanctionKind.Suspend, Until = At.AddDays(3), Reason = "Rule 2: \"kind\"" },
        ["sanctionLifted"] = new SanctionLifted { At = At, By = By, Name = Name, User = User, Id = 7 },
        ["warningAcknowledged"] = new WarningAcknowledged { At = At, By = By, Name = Name, Id = 8 },
    };

    /// <summary>A site with something of everything in it.</summary>
    public static LiveSite Site()
    {
        var live = new LiveSite();
        foreach (var @event in ByKind.Values) live.Append(SiteEventCodec.Encode(@event));
        live.Impose(People.Moderator, People.Ani);
        live.Impose(People.Moderator, People.Ani, SanctionKind.Shadow, live.Now.AddDays(1));
        live.AddSecret(People.Publisher, "second");
        return live;
    }
}
