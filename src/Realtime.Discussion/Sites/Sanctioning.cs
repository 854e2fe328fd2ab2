using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>
/// Impose something on a person who has broken the policy. For moderators; for admins only on whoever has been given a role that keeps the policy, and
/// everywhere.
/// </summary>
[GenerateSerializer, Immutable, Alias("impose-sanction")]
public sealed record ImposeSanction : SiteCommand
{
    /// <summary>The longest <see cref="Reason"/>, in characters as a person counts them.</summary>
    public const int MaxReason = 1_000;

    [Id(0)]
    public required UserId User { get; init; }

    [Id(1)]
    public required SanctionKind Kind { get; init; }

    [Id(2)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>For the person, in the moderator's words, checked by the host. Untrusted plain text: never show it as HTML.</summary>
    [Id(3)]
    public required string Reason { get; init; }

    /// <summary>Given to <see cref="Site.Everywhere"/>.</summary>
    [Id(4)]
    public bool Everywhere { get; init; }
}

/// <summary>Take a sanction back. For whoever may impose it.</summary>
[GenerateSerializer, Immutable, Alias("lift-sanction")]
public sealed record LiftSanction : SiteCommand
{
    [Id(0)]
    public required UserId User { get; init; }

    [Id(1)]
    public required int Id { get; init; }

    /// <inheritdoc cref="ImposeSanction.Everywhere"/>
    [Id(2)]
    public bool Everywhere { get; init; }
}

/// <summary>The person themselves has read a warning.</summary>
[GenerateSerializer, Immutable, Alias("acknowledge-warning")]
public sealed record AcknowledgeWarning : SiteCommand
{
    [Id(0)]
    public required int Id { get; init; }
}

public sealed record SanctionImposed : SiteEvent
{
    public required UserId User { get; init; }

    public required int Id { get; init; }

    public required SanctionKind Kind { get; init; }

    public DateTimeOffset? Until { get; init; }

    public required string Reason { get; init; }
}

public sealed record SanctionLifted : SiteEvent
{
    public required UserId User { get; init; }

    public required int Id { get; init; }
}

public sealed record WarningAcknowledged : SiteEvent
{
    public required int Id { get; init; }
}

internal static class SanctionRules
{
    /// <summary>Every so many sanctions, those of other people that have ended are dropped too: nobody is asked about them any more.</summary>
    private const int SweepEvery = 64;

    public static Decision Decide(Site site, ImposeSanction command, DateTimeOffset now)
    {
        if (Refuse(site, command, command.User, command.Everywhere) is { } refusal) return refusal;
        if (SiteRules.Refuse(RefusalCode.SanctionInvalid, Mistakes(command, now)) is { } mistaken) return mistaken;
        if (site.SanctionsOf(command.User).FirstOrDefault(known => IsThatOf(command, known, now)) is { } given) return Decision.Already(given.Id);
        var id = site.LastSanction + 1;
        return Decision.Accept(new SanctionImposed
        {
            At = now,
            By = command.Actor.Id,
            Name = command.Actor.Name,
            User = command.User,
            Id = id,
            Kind = command.Kind,
            Until = command.Until,
            Reason = command.Reason,
        }, id);
    }

    public static Decision Decide(Site site, LiftSanction command, DateTimeOffset now)
    {
        if (Refuse(site, command, command.User, command.Everywhere) is { } refusal) return refusal;
        return Find(site, command.User, command.Id, now) is null
            ? Decision.Refuse(RefusalCode.SanctionUnknown)
            : Decision.Accept(new SanctionLifted { At = now, By = command.Actor.Id, Name = command.Actor.Name, User = command.User, Id = command.Id }, command.Id);
    }

    public static Decision Decide(Site site, AcknowledgeWarning command, DateTimeOffset now) =>
        Find(site, command.Actor.Id, command.Id, now) is { Kind: SanctionKind.Warn }
            ? Decision.Accept(new WarningAcknowledged { At = now, By = command.Actor.Id, Name = command.Actor.Name, Id = command.Id }, command.Id)
            : Decision.Refuse(RefusalCode.SanctionUnknown);

    public static Site With(Site site, SanctionImposed imposed)
    {
        var sanction = new Sanction(imposed.Id, imposed.Kind, imposed.Until, imposed.Reason, new Author(imposed.By, imposed.Name), imposed.At);
        var swept = imposed.Id % SweepEvery == 0 ? Swept(site, imposed.At) : site;
        if (imposed.User == UserId.Erased) return swept with { LastSanction = Math.Max(site.LastSanction, imposed.Id) };
        var others = Without(swept, imposed.User, imposed.Id, imposed.At);
        return others with
        {
            Sanctions = others.Sanctions.SetItem(imposed.User, others.Sanctions.GetValueOrDefault(imposed.User, []).Add(sanction)),
            LastSanction = Math.Max(site.LastSanction, imposed.Id),
        };
    }

    /// <summary>The site without this sanction, and without those of the same person that have ended.</summary>
    public static Site Without(Site site, UserId user, int id, DateTimeOffset at)
    {
        if (!site.Sanctions.TryGetValue(user, out var known)) return site;
        var left = known.RemoveAll(sanction => sanction.Id == id || !sanction.IsInForce(at));
        return site with { Sanctions = left.IsEmpty ? site.Sanctions.Remove(user) : site.Sanctions.SetItem(user, left) };
    }

    private static Site Swept(Site site, DateTimeOffset at) => site.Sanctions.Keys.Aggregate(site, (left, user) => Without(left, user, 0, at));

    private static Decision? Refuse(Site site, SiteCommand command, UserId user, bool everywhere)
    {
        if (SiteRules.Refuse(command, everywhere ? Permission.SanctionEverywhere : Permission.Sanction) is { } refusal) return refusal;
        return (site.RolesOf(user) & Permissions.Keepers) != 0 ? SiteRules.Refuse(command, Permission.SanctionKeepers) : null;
    }

    private static IEnumerable<string> Mistakes(ImposeSanction command, DateTimeOffset now)
    {
        var (kind, until) = (command.Kind, command.Until);
        if (!Enum.IsDefined(kind)) yield return "kind must be one of those documented.";
        if (kind == SanctionKind.Suspend && until is null) yield return "until must be given for a suspension.";
        if (kind == SanctionKind.Warn && until is not null) yield return "until must be absent for a warning, which ends when it is acknowledged.";
        if (until <= now) yield return "until must be a time to come.";
        if (kind == SanctionKind.Warn && command.Everywhere) yield return "everywhere must be absent for a warning, which is acknowledged on one site.";
        if (string.IsNullOrWhiteSpace(command.Reason)) yield return "reason must be given.";
        if (command.User == command.Actor.Id) yield return "Nobody sanctions themselves.";
    }

    /// <summary>The same moderator has asked for the same before: twice pressed, or sent again after a timeout.</summary>
    private static bool IsThatOf(ImposeSanction command, Sanction known, DateTimeOffset now) =>
        known.IsInForce(now) && known.Kind == command.Kind && known.Until == command.Until && known.Reason == command.Reason && known.By.Id == command.Actor.Id;

    private static Sanction? Find(Site site, UserId user, int id, DateTimeOffset now) =>
        site.SanctionsOf(user).FirstOrDefault(sanction => sanction.Id == id && sanction.IsInForce(now));
}
