using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Sites;

/// <summary>What a publisher sets for a site. A change holds on every host within a second; its answer comes when it holds on this one.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        var site = app.MapSite().WithTags("Sites");
        site.MapGet("/policy", ReadPolicyAsync).WithName("ReadPolicy").WithSummary("The discussion policy. For everybody.");
        var kept = site.MapGroup("").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        kept.MapGet("/settings", ReadSettingsAsync).WithName("ReadSettings").WithSummary("The site's settings. For those who keep them or the policy.");
        kept.MapGet("/policy/words", ReadWordsAsync).WithName("ReadWords").WithSummary("The word lists. For those who keep them or the policy.");
        kept.MapGet("/policy/screening", ReadScreeningAsync).WithName("ReadScreening").WithSummary("How comments are screened. For those who keep it or the policy.");
        var changed = kept.MapGroup("").Refuses(RefusalCode.ThreadBusy, RefusalCode.RequestTooLarge);
        changed.MapPut("/settings", ChangeSettingsAsync).WithName("ChangeSettings").WithSummary("New settings in place of those before. For publishers.")
            .Refuses(RefusalCode.SettingsInvalid);
        changed.MapPut("/policy", ChangePolicyAsync).WithName("ChangePolicy").WithSummary("A new policy in place of the one before. For publishers.")
            .WithDescription("A step of screening that keeps a rule which is no longer there goes on without one.").Refuses(RefusalCode.PolicyInvalid);
        changed.MapPut("/policy/words", ChangeWordsAsync).WithName("ChangeWords").WithSummary("New word lists in place of those before. For moderators and publishers.")
            .WithMetadata(new RequestSizeLimitAttribute(WordsDocument.MaxBytes)).Refuses(RefusalCode.WordsInvalid);
        changed.MapPut("/policy/screening", ChangeScreeningAsync).WithName("ChangeScreening").WithSummary("How comments are to be screened. For publishers.")
            .Refuses(RefusalCode.SettingsInvalid);
    }

    private static async Task<Ok<PolicyDocument>> ReadPolicyAsync([AsParameters] SiteRoute route, SiteActions actions, CancellationToken cancellation) =>
        TypedResults.Ok(PolicyDocument.Of((await actions.ReadPublicAsync(route.Id, cancellation)).Screening));

    private static Task<Results<Ok<SettingsDocument>, Refused>> ReadSettingsAsync(
        [AsParameters] SiteRoute route, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation) =>
        actions.ShowAsync(route.Id, user, site => SettingsDocument.Of(site.Settings), cancellation);

    private static Task<Results<Ok<WordsDocument>, Refused>> ReadWordsAsync(
        [AsParameters] SiteRoute route, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation) =>
        actions.ShowAsync(route.Id, user, site => WordsDocument.Of(site.Screening.Words), cancellation);

    private static Task<Results<Ok<ScreeningDocument>, Refused>> ReadScreeningAsync(
        [AsParameters] SiteRoute route, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation) =>
        actions.ShowAsync(route.Id, user, site => ScreeningDocument.Of(site.Screening), cancellation);

    private static async Task<Results<Ok<SettingsDocument>, Refused>> ChangeSettingsAsync(
        [AsParameters] SiteRoute route, SettingsDocument document, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.ChangeSettings)) return Refused.Because(RefusalCode.NotAllowed);
        var settings = document.Read();
        if (settings.Refusal is { } refusal) return Refused.Because(refusal);
        var command = new ChangeSettings { Actor = user.RequiredActor(), Settings = settings.Value! };
        return await actions.ChangeAsync(route.Id, command, site => SettingsDocument.Of(site.Settings), cancellation);
    }

    private static async Task<Results<Ok<PolicyDocument>, Refused>> ChangePolicyAsync(
        [AsParameters] SiteRoute route, PolicyDocument document, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.ChangePolicy)) return Refused.Because(RefusalCode.NotAllowed);
        var rules = document.Read();
        if (rules.Refusal is { } refusal) return Refused.Because(refusal);
        var command = new ChangePolicy { Actor = user.RequiredActor(), Rules = rules.Value! };
        return await actions.ChangeAsync(route.Id, command, site => PolicyDocument.Of(site.Screening), cancellation);
    }

    private static Task<Results<Ok<WordsDocument>, Refused>> ChangeWordsAsync(
        [AsParameters] SiteRoute route, WordsDocument document, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation) =>
        actions.ChangeAsync(
            route.Id, new ChangeWords { Actor = user.RequiredActor(), Words = document.Read() }, site => WordsDocument.Of(site.Screening.Words), cancellation);

    private static async Task<Results<Ok<ScreeningDocument>, Refused>> ChangeScreeningAsync(
        [AsParameters] SiteRoute route, ScreeningDocument document, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation)
    {
        if (!user.RequiredActor().May(Permission.ChangeScreening)) return Refused.Because(RefusalCode.NotAllowed);
        var screening = document.Read();
        if (screening.Value is not { } policy) return Refused.Because(screening.Refusal!);
        var command = new ChangeScreening { Actor = user.RequiredActor(), Steps = policy.Steps, Limits = policy.Limits, Nudges = policy.Nudges };
        return await actions.ChangeAsync(route.Id, command, site => ScreeningDocument.Of(site.Screening), cancellation);
    }

    private static async Task<Results<Ok<T>, Refused>> ShowAsync<T>(
        this SiteActions actions, SiteId site, ClaimsPrincipal user, Func<Site, T> show, CancellationToken cancellation) =>
        user.RequiredActor().May(Permission.ReadSettings)
            ? TypedResults.Ok(show(await actions.ReadAsync(site, cancellation)))
            : Refused.Because(RefusalCode.NotAllowed);

    private static async Task<Results<Ok<T>, Refused>> ChangeAsync<T>(
        this SiteActions actions, SiteId site, SiteCommand command, Func<Site, T> show, CancellationToken cancellation)
    {
        var changed = await actions.ExecuteAsync(site, command, cancellation);
        return changed.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.Ok(show(changed.Value!.Site));
    }
}
