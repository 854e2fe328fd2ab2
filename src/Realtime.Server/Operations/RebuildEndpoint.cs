using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Projections;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Operations;

/// <summary>What follows from the journals can be made from them again: for an operator who has restored a store, or does not trust a projection.</summary>
internal static class RebuildEndpoint
{
    public static void MapRebuilding(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/operations/rebuild", RebuildAsync).WithTags("Operations").WithName("RebuildProjection").RequireAuthorization()
            .WithSummary("Make a projection of a site anew from the journals of its threads. For admins.")
            .WithDescription("It answers when all is told again; reads go on meanwhile, and may lack what is not told yet. When it ends half way, ask again.")
            .Refuses(RefusalCode.NotAllowed, RefusalCode.SiteInvalid, RefusalCode.ProjectionUnknown, RefusalCode.StoreUnavailable);

    private static async Task<Results<Ok<RebuiltProjection>, Refused>> RebuildAsync(
        RebuildRequest request, ClaimsPrincipal user, IRebuilding rebuilding, TimeProvider time, ILogger<RebuiltProjection> logger, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.Operate)) return Refused.Because(RefusalCode.NotAllowed);
        if (!SiteId.TryParse(request.Site, out var site)) return Refused.Because(RefusalCode.SiteInvalid);
        if (request.Projection is not { } projection || !rebuilding.Projections.Contains(projection))
            return Refused.Because(new Refusal(RefusalCode.ProjectionUnknown) { Detail = $"There are {string.Join(", ", rebuilding.Projections.Order(StringComparer.Ordinal))}." });
        var began = time.GetTimestamp();
        var threads = await rebuilding.RebuildAsync(projection, site, cancellation);
        var rebuilt = new RebuiltProjection { Projection = projection, Site = site.Value, Threads = threads, Seconds = time.GetElapsedTime(began).TotalSeconds };
        logger.Rebuilt(projection, site.Value, threads, rebuilt.Seconds);
        return TypedResults.Ok(rebuilt);
    }
}

internal sealed record RebuildRequest
{
    /// <summary><c>counts</c>, <c>people</c>, <c>queue</c>, <c>inbox</c> or <c>moves</c>.</summary>
    public string? Projection { get; init; }

    public string? Site { get; init; }
}

internal sealed record RebuiltProjection
{
    public required string Projection { get; init; }

    public required string Site { get; init; }

    /// <summary>The threads that were told again.</summary>
    public required int Threads { get; init; }

    public required double Seconds { get; init; }
}

internal static partial class OperationsLog
{
    [LoggerMessage(LogLevel.Information, "Projection {Projection} of {Site} made anew from {Threads} threads in {Seconds:F1} s")]
    public static partial void Rebuilt(this ILogger logger, string projection, string site, int threads, double seconds);
}
