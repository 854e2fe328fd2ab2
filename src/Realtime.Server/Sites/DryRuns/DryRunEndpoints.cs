using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Sites.DryRuns;

/// <summary>Word lists tried on what stands, before they are the site's.</summary>
internal static class DryRunEndpoints
{
    public static IServiceCollection AddDryRuns(this IServiceCollection services) => services.AddSingleton<DryRunActions>().AddSingleton<DryRunApplying>();

    public static void MapDryRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapSite().MapGroup("/policy/words/dry-run").WithTags("Sites").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        runs.MapPost("", StartAsync).WithName("BeginDryRun").WithSummary("Try word lists on everything that stands on the site. For those who keep the lists.")
            .WithDescription("Nothing changes. It goes on after this answer; a new run of the same person takes the place of theirs before.")
            .WithMetadata(new RequestSizeLimitAttribute(WordsDocument.MaxBytes))
            .Refuses(RefusalCode.WordsInvalid, RefusalCode.DryRunUnderWay, RefusalCode.RequestTooLarge);
        var run = runs.MapGroup("/{id}").Refuses(RefusalCode.DryRunUnknown);
        run.MapGet("", ReadAsync).WithName("ReadDryRun").WithSummary("What the lists would change, as far as the run has come.")
            .WithDescription("Any server knows of it, for an hour. It is in the memory of one: when that goes, the run is unknown and has to be begun again.");
        run.MapDelete("", CancelAsync).WithName("CancelDryRun").WithSummary("End a run and forget it. For those who keep the lists.");
        run.MapPost("/apply", ApplyAsync).WithName("ApplyDryRun").WithSummary("Make the lists the site's, and decide what the run has shown. For moderators.")
            .WithDescription("Comments that came after the run are not in it, and what was decided since stays. Repeat it as often as need be: nothing happens twice.")
            .Refuses(RefusalCode.DryRunUnderWay, RefusalCode.WordsInvalid, RefusalCode.ThreadBusy);
    }

    private static async Task<Results<Accepted<DryRunBegun>, Refused>> StartAsync([AsParameters] SiteRoute route, WordsDocument document, ClaimsPrincipal user, DryRunActions runs)
    {
        var begun = await runs.BeginAsync(user.RequiredActor(), route.Id, document.Read());
        return begun.Value is { } run
            ? TypedResults.Accepted($"{SiteRoute.Path.Replace("{site}", route.Site, StringComparison.Ordinal)}/policy/words/dry-run/{run.Id}", run)
            : Refused.Because(begun.Refusal!);
    }

    private static async Task<Results<Ok<DryRunView>, Refused>> ReadAsync([AsParameters] SiteRoute route, string id, ClaimsPrincipal user, DryRunActions runs)
    {
        var found = await runs.ReadAsync(user.RequiredActor(), route.Id, id);
        return found.Value is { } report ? TypedResults.Ok(DryRunView.Of(report)) : Refused.Because(found.Refusal!);
    }

    private static async Task<Results<NoContent, Refused>> CancelAsync([AsParameters] SiteRoute route, string id, ClaimsPrincipal user, DryRunActions runs) =>
        await runs.CancelAsync(user.RequiredActor(), route.Id, id) is { } refusal ? Refused.Because(refusal) : TypedResults.NoContent();

    private static async Task<Results<Ok<AppliedDryRun>, Refused>> ApplyAsync(
        [AsParameters] SiteRoute route, string id, ClaimsPrincipal user, DryRunApplying applying, CancellationToken cancellation) =>
        (await applying.ApplyAsync(user.RequiredActor(), route.Id, id, cancellation)).ToResult();
}
