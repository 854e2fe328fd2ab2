using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>What a person may do at a moment, by the sanctions that are in force then.</summary>
/// <param name="Refused">Why they may write nothing; null when they may.</param>
/// <param name="IsShadowed">Only they see what they write.</param>
/// <param name="IsReviewed">Every comment of theirs waits for a moderator.</param>
public readonly record struct Standing(Refusal? Refused, bool IsShadowed, bool IsReviewed)
{
    /// <summary>Of whom nothing is known.</summary>
    public static Standing Good => default;

    public static Standing Of(IEnumerable<Sanction> sanctions, DateTimeOffset now)
    {
        var inForce = sanctions.Where(sanction => sanction.IsInForce(now)).ToList();
        bool Has(SanctionKind kind) => inForce.Exists(sanction => sanction.Kind == kind);
        return new Standing(RefusalOf(inForce), Has(SanctionKind.Shadow), Has(SanctionKind.Review));
    }

    private static Refusal? RefusalOf(List<Sanction> inForce)
    {
        if (inForce.Find(sanction => sanction.Kind == SanctionKind.Ban) is { } ban)
            return new Refusal(RefusalCode.Banned) { Detail = ban.Reason, Until = ban.Until };
        if (inForce.Where(sanction => sanction.Kind == SanctionKind.Suspend).MaxBy(sanction => sanction.Until) is { } suspended)
            return new Refusal(RefusalCode.Suspended) { Detail = suspended.Reason, Until = suspended.Until };
        return inForce.Find(sanction => sanction.Kind == SanctionKind.Warn) is { } warning
            ? new Refusal(RefusalCode.WarningUnacknowledged) { Detail = warning.Reason }
            : null;
    }
}
