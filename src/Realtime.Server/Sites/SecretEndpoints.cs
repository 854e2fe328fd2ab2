using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Secrets;
using Realtime.Server.Wire;

namespace Realtime.Server.Sites;

/// <summary>The secrets that a site shares with others. No answer ever shows one again: only the one that made it up.</summary>
internal static class SecretEndpoints
{
    public static void MapSecrets(this IEndpointRouteBuilder app)
    {
        var secrets = app.MapSite().MapGroup("/secrets").WithTags("Sites").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        secrets.MapGet("", ListAsync).WithName("ListSecrets").WithSummary("The names of the site's secrets. For publishers.");
        secrets.MapPost("", AddAsync).WithName("AddSecret").WithSummary("Keep a secret, beside at most one other of its purpose. For publishers.")
            .WithDescription("Without a secret in the request the server makes one up and tells it in this answer only.")
            .Refuses(RefusalCode.SecretInvalid, RefusalCode.SecretsUnavailable, RefusalCode.ThreadBusy);
        secrets.MapDelete("/{id}", RemoveAsync).WithName("RemoveSecret").WithSummary("Forget a secret: what is signed with it is not valid from now on. For publishers.")
            .Refuses(RefusalCode.SecretUnknown, RefusalCode.ThreadBusy);
    }

    private static async Task<Results<Ok<SecretList>, Refused>> ListAsync(
        [AsParameters] SiteRoute route, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation) =>
        user.RequiredActor().May(Permission.KeepSecrets)
            ? TypedResults.Ok(new SecretList { Secrets = [.. (await actions.ReadAsync(route.Id, cancellation)).Secrets.Select(secret => SecretView.Of(secret))] })
            : Refused.Because(RefusalCode.NotAllowed);

    private static async Task<Results<Created<SecretView>, Refused>> AddAsync(
        [AsParameters] SiteRoute route, SecretRequest request, ClaimsPrincipal user, SecretBox box, SiteActions actions, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.KeepSecrets)) return Refused.Because(RefusalCode.NotAllowed);
        if (request is not { Id: { } id, Purpose: { } purpose }) return Refused.Because(RefusalCode.RequestMalformed);
        var madeUp = request.Secret is null ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretRequest.MinBytes)) : null;
        if (request.Mistake() is { } mistake) return Refused.Because(new Refusal(RefusalCode.SecretInvalid) { Detail = mistake });
        if (box.Seal(route.Id, id, purpose, Encoding.UTF8.GetBytes(request.Secret ?? madeUp!)) is not { } @sealed) return Refused.Because(RefusalCode.SecretsUnavailable);
        var command = new AddSecret { Actor = user.RequiredActor(), Id = id, Purpose = purpose, Sealed = @sealed };
        var added = await actions.ExecuteAsync(route.Id, command, cancellation);
        return added.Refusal is { } refusal
            ? Refused.Because(refusal)
            : TypedResults.Created($"{SiteRoute.Path.Replace("{site}", route.Site, StringComparison.Ordinal)}/secrets/{id}",
                new SecretView { Id = id, Purpose = purpose, At = added.Value!.Outcome.At.UtcDateTime, Secret = madeUp });
    }

    private static async Task<Results<NoContent, Refused>> RemoveAsync(
        [AsParameters] SiteRoute route, string id, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation)
    {
        var removed = await actions.ExecuteAsync(route.Id, new RemoveSecret { Actor = user.RequiredActor(), Id = id }, cancellation);
        return removed.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.NoContent();
    }
}

internal sealed record SecretRequest
{
    public const int MinBytes = 32, MaxBytes = 4_096;

    /// <summary>The publisher's name for it, 1 to 64 letters, digits and <c>. _ -</c>.</summary>
    public string? Id { get; init; }

    /// <summary><c>signOn</c> (verifies HS256 tokens), <c>hook</c> (signs requests to the moderation hook) or <c>toxicity</c> (opens the classifier).</summary>
    public string? Purpose { get; init; }

    /// <summary>What both sides know, at least 32 bytes in UTF-8 where it signs. Absent: one is made up.</summary>
    public string? Secret { get; init; }

    /// <summary>Of a key that another server has made up, here that of the classifier, nobody knows how long it should be.</summary>
    public string? Mistake()
    {
        if (Secret is null) return null;
        var (bytes, least) = (Encoding.UTF8.GetByteCount(Secret), Purpose == SecretPurposes.Toxicity ? 1 : MinBytes);
        return bytes >= least && bytes <= MaxBytes && !Secret.Any(char.IsControl) ? null : $"secret must have {least} to {MaxBytes} bytes and no control characters.";
    }
}

internal sealed record SecretView
{
    public required string Id { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Since when.</summary>
    public required DateTime At { get; init; }

    /// <summary>When it has just been made up: this once.</summary>
    public string? Secret { get; init; }

    public static SecretView Of(SiteSecret secret) => new() { Id = secret.Id, Purpose = secret.Purpose, At = secret.At.UtcDateTime };
}

internal sealed record SecretList
{
    public required IReadOnlyList<SecretView> Secrets { get; init; }
}
