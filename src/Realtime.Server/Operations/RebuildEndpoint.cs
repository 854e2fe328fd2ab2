using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Projections;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Operations;

/// <summary>What threads have told is told again: after a mistake in a projection, or when its part of the store was lost.</summary>
internal static class RebuildEndpoint
{
    public static void MapRebuilding(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/operations/rebuild", RebuildAsync).WithTags("Operations").WithName("Rebuild").RequireAuthorization()
            .Refuses(RefusalCode.NotAllowed, RefusalCode.RequestMalformed, RefusalCode.SiteInvalid, RefusalCode.ProjectionUnknown, RefusalCode.StoreUnavailable)
            .WithSummary("Make a projection of a site anew from the journals of its threads. For admins.")
            .WithDescription("Answered when it is done, which may take minutes. Whoever goes away meanwhile ends it; it may be repeated at any time.");

    private static async Task<Results<Ok<Rebuilt>, Refused>> RebuildAsync(
        RebuildRequest request, ClaimsPrincipal user, IRebuilding rebuilding, ILogger<Rebuilt> logger, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.Operate)) return Refused.Because(RefusalCode.NotAllowed);
        if (!SiteId.TryParse(request.Site, out var site)) return Refused.Because(RefusalCode.SiteInvalid);
        if (request.Projection is not { } projection || !rebuilding.Projections.Contains(projection)) return Refused.Because(Unknown(rebuilding));
        var threads = await rebuilding.RebuildAsync(projection, site, cancellation);
        logger.Rebuilt(projection, site.Value, threads);
        return TypedResults.Ok(new Rebuilt { Threads = threads });
    }

    private static Refusal Unknown(IRebuilding rebuilding) => new(RefusalCode.ProjectionUnknown) { Detail = $"There are {string.Join(", ", rebuilding.Projections)}." };
}

internal sealed record RebuildRequest
{
    /// <summary>Its name, e.g. <c>queue</c>, <c>counts</c> or <c>people</c>.</summary>
    public string? Projection { get; init; }

    public string? Site { get; init; }
}

internal sealed record Rebuilt
{
    /// <summary>Threads that have told everything again.</summary>
    public required int Threads { get; init; }
}

internal static partial class OperationsLog
{
    [LoggerMessage(LogLevel.Information, "Projection {Projection} of site {Site} was made anew from {Threads} threads")]
    public static partial void Rebuilt(this ILogger logger, string projection, string site, int threads);
}
