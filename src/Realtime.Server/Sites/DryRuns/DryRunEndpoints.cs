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
    public static IServiceCollection AddDryRuns(this IServiceCollection services) => services.AddSingleton<DryRuns>().AddSingleton<DryRunApplying>();

    public static void MapDryRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapSite().MapGroup("/policy/words/dry-run").WithTags("Sites").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        runs.MapPost("", StartAsync).WithName("BeginDryRun").WithSummary("Try word lists on everything that stands on the site. For those who keep the lists.")
            .WithDescription("Nothing changes. It goes on after this answer; a new run of the same person takes the place of theirs before.")
            .WithMetadata(new RequestSizeLimitAttribute(WordsDocument.MaxBytes))
            .Refuses(RefusalCode.WordsInvalid, RefusalCode.DryRunUnderWay, RefusalCode.RequestTooLarge);
        var run = runs.MapGroup("/{id}").Refuses(RefusalCode.DryRunUnknown);
        run.MapGet("", Read).WithName("ReadDryRun").WithSummary("What the lists would change, as far as the run has come.")
            .WithDescription("Runs are kept by the server that began them, for an hour: ask that one.");
        run.MapPost("/apply", ApplyAsync).WithName("ApplyDryRun").WithSummary("Make the lists the site's, and decide what the run has shown. For moderators.")
            .WithDescription("Comments that came after the run are not in it, and what was decided since stays. Repeat it as often as need be: nothing happens twice.")
            .Refuses(RefusalCode.DryRunUnderWay, RefusalCode.WordsInvalid, RefusalCode.ThreadBusy);
    }

    private static async Task<Results<Accepted<DryRunBegun>, Refused>> StartAsync(
        [AsParameters] SiteRoute route, WordsDocument document, ClaimsPrincipal user, DryRuns runs, CancellationToken cancellation)
    {
        var begun = await runs.StartAsync(user.RequiredActor(), route.Id, document.Read(), cancellation);
        return begun.Value is { } run
            ? TypedResults.Accepted($"{SiteRoute.Path.Replace("{site}", route.Site, StringComparison.Ordinal)}/policy/words/dry-run/{run.Id}", new DryRunBegun { Id = run.Id })
            : Refused.Because(begun.Refusal!);
    }

    private static Results<Ok<DryRunView>, Refused> Read([AsParameters] SiteRoute route, string id, ClaimsPrincipal user, DryRuns runs)
    {
        var found = runs.Find(user.RequiredActor(), route.Id, id);
        return found.Value is { } run ? TypedResults.Ok(DryRunView.Of(run)) : Refused.Because(found.Refusal!);
    }

    private static async Task<Results<Ok<AppliedDryRun>, Refused>> ApplyAsync(
        [AsParameters] SiteRoute route, string id, ClaimsPrincipal user, DryRuns runs, DryRunApplying applying, CancellationToken cancellation)
    {
        var found = runs.Find(user.RequiredActor(), route.Id, id);
        if (found.Value is not { } run) return Refused.Because(found.Refusal!);
        return (await applying.ApplyAsync(user.RequiredActor(), run, cancellation)).ToResult();
    }
}
