using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites;

/// <summary>A site's settings. What is left out of a new document is as it usually is, not as it was. Times are whole seconds.</summary>
internal sealed record SettingsDocument
{
    /// <summary><c>post</c> (comments show at once) or <c>pre</c> (once a moderator has approved them).</summary>
    public string? Moderation { get; init; }

    /// <summary><c>off</c>, <c>on</c>, or <c>review</c>: every comment of a guest waits for a moderator.</summary>
    public string? Guests { get; init; }

    /// <summary>How far apart the comments of one person in one thread must be.</summary>
    public int? SlowMode { get; init; }

    /// <summary>How long after an article's publication its thread closes.</summary>
    public int? CloseAfter { get; init; }

    /// <summary>The emergency brake: nobody but moderators writes.</summary>
    public bool? Locked { get; init; }

    public FloodGuardDocument? FloodGuard { get; init; }

    /// <summary>Distinct reporters of a comment from which on it waits for a moderator.</summary>
    public int? HoldAtReports { get; init; }

    /// <summary>How long keyed hashes of network addresses are kept.</summary>
    public int? KeepAddressesFor { get; init; }

    /// <summary>Where the toxicity classifier is.</summary>
    public string? ToxicityAddress { get; init; }

    /// <summary>Where the external moderation hook is.</summary>
    public string? HookAddress { get; init; }

    public SignOnDocument? SignOn { get; init; }

    public static SettingsDocument Of(SiteSettings settings) => new()
    {
        Moderation = WireForm.NameOf(settings.Moderation),
        Guests = WireForm.NameOf(settings.Guests),
        SlowMode = WireForm.Seconds(settings.SlowMode),
        CloseAfter = WireForm.Seconds(settings.CloseAfter),
        Locked = settings.Locked,
        FloodGuard = FloodGuardDocument.Of(settings.FloodGuard),
        HoldAtReports = settings.HoldAtReports,
        KeepAddressesFor = WireForm.Seconds(settings.KeepAddressesFor),
        ToxicityAddress = settings.ToxicityAddress,
        HookAddress = settings.HookAddress,
        SignOn = SignOnDocument.Of(settings.SignOn),
    };

    public Answer<SiteSettings> Read()
    {
        var (form, usual) = (new WireForm(), new SiteSettings());
        var settings = new SiteSettings
        {
            Moderation = form.Named("moderation", Moderation, usual.Moderation),
            Guests = form.Named("guests", Guests, usual.Guests),
            SlowMode = WireForm.Seconds(SlowMode),
            CloseAfter = WireForm.Seconds(CloseAfter),
            Locked = Locked ?? usual.Locked,
            FloodGuard = FloodGuard?.Read(form) ?? usual.FloodGuard,
            HoldAtReports = HoldAtReports,
            KeepAddressesFor = WireForm.Seconds(KeepAddressesFor) ?? usual.KeepAddressesFor,
            ToxicityAddress = ToxicityAddress,
            HookAddress = HookAddress,
            SignOn = SignOn?.Read() ?? usual.SignOn,
        };
        var mistakes = form.Mistakes.Concat(settings.Mistakes()).ToList();
        return mistakes.Count == 0 ? settings : new Refusal(RefusalCode.SettingsInvalid) { Detail = string.Join(' ', mistakes) };
    }
}

/// <summary>What happens by itself to a thread that gets more than <c>comments</c> within <c>within</c> seconds.</summary>
internal sealed record FloodGuardDocument
{
    /// <summary>Absent: the guard is off.</summary>
    public int? Comments { get; init; }

    public int? Within { get; init; }

    /// <summary><c>slowMode</c> or <c>review</c>.</summary>
    public string? Response { get; init; }

    /// <summary>How far apart one person's comments must be meanwhile.</summary>
    public int? SlowMode { get; init; }

    /// <summary>For how long.</summary>
    public int? For { get; init; }

    public static FloodGuardDocument Of(FloodGuard guard) => new()
    {
        Comments = guard.Comments,
        Within = WireForm.Seconds(guard.Within),
        Response = WireForm.NameOf(guard.Response),
        SlowMode = WireForm.Seconds(guard.SlowMode),
        For = WireForm.Seconds(guard.For),
    };

    public FloodGuard Read(WireForm form)
    {
        var usual = new FloodGuard();
        return new FloodGuard
        {
            Comments = Comments,
            Within = WireForm.Seconds(Within) ?? usual.Within,
            Response = form.Named("floodGuard.response", Response, usual.Response),
            SlowMode = WireForm.Seconds(SlowMode) ?? usual.SlowMode,
            For = WireForm.Seconds(For) ?? usual.For,
        };
    }
}

/// <summary>The site's own sign-on, beside the server's.</summary>
internal sealed record SignOnDocument
{
    /// <summary>An OpenID Connect authority.</summary>
    public string? Authority { get; init; }

    /// <summary>The address of a key set (JWKS).</summary>
    public string? KeySet { get; init; }

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    public string? IdClaim { get; init; }

    public string? NameClaim { get; init; }

    public string? RolesClaim { get; init; }

    public string? BadgesClaim { get; init; }

    public static SignOnDocument Of(SignOnSettings signOn) => new()
    {
        Authority = signOn.Authority,
        KeySet = signOn.KeySet,
        Issuer = signOn.Issuer,
        Audience = signOn.Audience,
        IdClaim = signOn.IdClaim,
        NameClaim = signOn.NameClaim,
        RolesClaim = signOn.RolesClaim,
        BadgesClaim = signOn.BadgesClaim,
    };

    public SignOnSettings Read()
    {
        var usual = new SignOnSettings();
        return new SignOnSettings
        {
            Authority = Authority,
            KeySet = KeySet,
            Issuer = Issuer,
            Audience = Audience,
            IdClaim = IdClaim ?? usual.IdClaim,
            NameClaim = NameClaim ?? usual.NameClaim,
            RolesClaim = RolesClaim ?? usual.RolesClaim,
            BadgesClaim = BadgesClaim ?? usual.BadgesClaim,
        };
    }
}
