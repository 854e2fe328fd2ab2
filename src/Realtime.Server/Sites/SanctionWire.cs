using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;

namespace Realtime.Server.Sites;

/// <summary>What is to be imposed on a person.</summary>
internal sealed record SanctionRequest
{
    /// <summary>
    /// <c>warn</c> (until acknowledged), <c>suspend</c> (until a time), <c>ban</c>, <c>shadow</c> (only they see what they write) or <c>review</c> (all they
    /// write is held).
    /// </summary>
    public string? Kind { get; init; }

    /// <summary>When it ends by itself. A suspension needs one, a warning has none.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>For the person, as plain text; of a shadow ban and a review only moderators see it.</summary>
    public string? Reason { get; init; }

    /// <summary>On all sites. For admins of the server.</summary>
    public bool? Everywhere { get; init; }

    public Answer<ImposeSanction> Read(Actor actor, UserId user)
    {
        var form = new WireForm();
        var kind = form.Named("kind", form.Given("kind", Kind, "warn"), SanctionKind.Warn);
        var mistakes = form.Mistakes.ToList();
        if (WrittenText.TryRead(Reason, ImposeSanction.MaxReason, out var reason) is not null) mistakes.Add($"reason must have 1 to {ImposeSanction.MaxReason} characters.");
        if (mistakes.Count > 0) return new Refusal(RefusalCode.SanctionInvalid) { Detail = string.Join(' ', mistakes) };
        return new ImposeSanction { Actor = actor, User = user, Kind = kind, Until = Until?.ToUniversalTime(), Reason = reason, Everywhere = Everywhere is true };
    }
}

/// <summary>A sanction in force.</summary>
internal sealed record SanctionView
{
    /// <summary>Its number among the site's, or among those that hold everywhere.</summary>
    public required int Id { get; init; }

    public required string Kind { get; init; }

    public DateTime? Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>For moderators: who has imposed it.</summary>
    public ModeratorView? By { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Whether it holds on all sites.</summary>
    public required bool Everywhere { get; init; }

    /// <summary>Whether the person is told: what works by not being known is not.</summary>
    public static bool IsTold(SanctionKind kind) => kind is SanctionKind.Warn or SanctionKind.Suspend or SanctionKind.Ban;

    public static SanctionView Of(Sanction sanction, bool everywhere, bool withModerator) => new()
    {
        Id = sanction.Id,
        Kind = WireForm.NameOf(sanction.Kind),
        Until = sanction.Until?.UtcDateTime,
        Reason = sanction.Reason,
        By = withModerator ? new ModeratorView { Id = sanction.By.Id.Value, Name = sanction.By.Name } : null,
        At = sanction.At.UtcDateTime,
        Everywhere = everywhere,
    };
}

internal sealed record ModeratorView
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}

internal sealed record SanctionList
{
    public required IReadOnlyList<SanctionView> Sanctions { get; init; }
}
