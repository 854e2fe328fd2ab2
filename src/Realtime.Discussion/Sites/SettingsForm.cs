namespace Realtime.Discussion.Sites;

/// <summary>The form that settings must have. A publisher hears of every mistake at once.</summary>
internal static class SettingsForm
{
    private const int MaxAddress = 2_048, MaxName = 512, MaxClaim = 128;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Day = TimeSpan.FromDays(1), Years = TimeSpan.FromDays(3_650);

    public static IEnumerable<string> Mistakes(SiteSettings settings) => ((IEnumerable<string?>)
    [
        Known("moderation", settings.Moderation),
        Known("guests", settings.Guests),
        Between("slowMode", settings.SlowMode, Second, Day),
        Between("closeAfter", settings.CloseAfter, Second, Years),
        settings.HoldAtReports is < 1 or > 1_000 ? "holdAtReports must be between 1 and 1000, or absent." : null,
        Between("keepAddressesFor", settings.KeepAddressesFor, TimeSpan.Zero, TimeSpan.FromDays(366)),
        WebAddress("toxicityAddress", settings.ToxicityAddress),
        WebAddress("hookAddress", settings.HookAddress),
        .. Mistakes(settings.FloodGuard),
        .. Mistakes(settings.SignOn),
    ]).OfType<string>();

    private static IEnumerable<string?> Mistakes(FloodGuard guard) =>
    [
        guard.Comments is < 1 or > 100_000 ? "floodGuard.comments must be between 1 and 100000, or absent." : null,
        Between("floodGuard.within", guard.Within, Second, Day),
        Known("floodGuard.response", guard.Response),
        Between("floodGuard.slowMode", guard.SlowMode, Second, Day),
        Between("floodGuard.for", guard.For, Second, 7 * Day),
    ];

    private static IEnumerable<string?> Mistakes(SignOnSettings signOn) =>
    [
        WebAddress("signOn.authority", signOn.Authority),
        WebAddress("signOn.keySet", signOn.KeySet),
        signOn is { Authority: not null, KeySet: not null } ? "signOn.keySet must be absent beside signOn.authority, which names its keys itself." : null,
        // Such a key signs for other programs too: without the audience anybody who may use one of those could write here.
        signOn.Audience is null && (signOn.Authority ?? signOn.KeySet) is not null ? "signOn.audience must be given with signOn.authority or signOn.keySet." : null,
        Name("signOn.issuer", signOn.Issuer),
        Name("signOn.audience", signOn.Audience),
        Claim("signOn.idClaim", signOn.IdClaim),
        Claim("signOn.nameClaim", signOn.NameClaim),
        Claim("signOn.rolesClaim", signOn.RolesClaim),
        Claim("signOn.badgesClaim", signOn.BadgesClaim),
    ];

    private static string? Known<T>(string path, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? null : $"{path} must be one of those documented.";

    private static string? Between(string path, TimeSpan? time, TimeSpan least, TimeSpan most) =>
        time < least || time > most ? $"{path} must be between {least.TotalSeconds:0} and {most.TotalSeconds:0} seconds." : null;

    private static string? WebAddress(string path, string? address) =>
        address is null || (address.Length <= MaxAddress && IsWebAddress(address)) ? null : $"{path} must be an http or https address without a user and a fragment.";

    private static bool IsWebAddress(string address) =>
        !address.Any(char.IsWhiteSpace) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri is { Host.Length: > 0, UserInfo.Length: 0, Fragment.Length: 0 };

    private static string? Name(string path, string? name) =>
        name is null || (name.Length is >= 1 and <= MaxName && !name.Any(char.IsControl)) ? null : $"{path} must have 1 to {MaxName} characters.";

    private static string? Claim(string path, string claim) =>
        claim.Length is >= 1 and <= MaxClaim && !claim.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : $"{path} must have 1 to {MaxClaim} visible ASCII characters.";
}
