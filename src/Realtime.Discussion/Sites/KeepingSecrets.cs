using System.Text.RegularExpressions;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>What the site's secrets are for.</summary>
public static class SecretPurposes
{
    /// <summary>Verifies the sign-on's tokens (HS256).</summary>
    public const string SignOn = "signOn";

    /// <summary>Signs what is sent to the external moderation hook.</summary>
    public const string Hook = "hook";

    /// <summary>Opens the toxicity classifier.</summary>
    public const string Toxicity = "toxicity";

    public static IReadOnlyList<string> All { get; } = [SignOn, Hook, Toxicity];
}

/// <summary>Keep a secret, beside at most one other of its purpose. For publishers and admins.</summary>
[GenerateSerializer, Immutable, Alias("add-secret")]
public sealed record AddSecret : SiteCommand
{
    [Id(0)]
    public required string Id { get; init; }

    [Id(1)]
    public required string Purpose { get; init; }

    /// <summary>Encrypted by the host.</summary>
    [Id(2)]
    public required string Sealed { get; init; }
}

/// <summary>Forget a secret: what was signed with it is not valid from now on.</summary>
[GenerateSerializer, Immutable, Alias("remove-secret")]
public sealed record RemoveSecret : SiteCommand
{
    [Id(0)]
    public required string Id { get; init; }
}

public sealed record SecretAdded : SiteEvent
{
    public required string Id { get; init; }

    public required string Purpose { get; init; }

    public required string Sealed { get; init; }

    internal SiteSecret AsSecret => new(Id, Purpose, Sealed, At);
}

public sealed record SecretRemoved : SiteEvent
{
    public required string Id { get; init; }
}

internal static partial class SecretRules
{
    private const int MostOfAPurpose = 2;

    public static Decision Decide(Site site, AddSecret command, DateTimeOffset now)
    {
        if (SiteRules.Refuse(command, Permission.KeepSecrets) is { } refusal) return refusal;
        if (SiteRules.Refuse(RefusalCode.SecretInvalid, Mistakes(site, command)) is { } mistaken) return mistaken;
        return Decision.Accept(new SecretAdded
            { At = now, By = command.Actor.Id, Name = command.Actor.Name, Id = command.Id, Purpose = command.Purpose, Sealed = command.Sealed });
    }

    public static Decision Decide(Site site, RemoveSecret command, DateTimeOffset now)
    {
        if (SiteRules.Refuse(command, Permission.KeepSecrets) is { } refusal) return refusal;
        return site.Secrets.Exists(known => known.Id == command.Id)
            ? Decision.Accept(new SecretRemoved { At = now, By = command.Actor.Id, Name = command.Actor.Name, Id = command.Id })
            : Decision.Refuse(RefusalCode.SecretUnknown);
    }

    private static IEnumerable<string> Mistakes(Site site, AddSecret command)
    {
        if (!IdPattern().IsMatch(command.Id)) yield return "id must have 1 to 64 letters, digits and . _ -, and begin with a letter or digit.";
        if (site.Secrets.Exists(known => known.Id == command.Id)) yield return "id must not be that of another secret.";
        if (!SecretPurposes.All.Contains(command.Purpose)) yield return $"purpose must be one of {string.Join(", ", SecretPurposes.All)}.";
        else if (site.Secrets.Count(known => known.Purpose == command.Purpose) >= MostOfAPurpose)
            yield return $"purpose has {MostOfAPurpose} secrets already: remove one first.";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
