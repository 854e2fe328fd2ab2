using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Sites;

/// <summary>What moderators impose on people who break the policy, and what those may know of it.</summary>
internal static class SanctionEndpoints
{
    public static void MapSanctions(this IEndpointRouteBuilder app)
    {
        app.MapSite().MapPost("/people/me/warnings/{id}/acknowledge", AcknowledgeAsync).WithTags("People").RequireAuthorization()
            .WithName("AcknowledgeWarning").WithSummary("Say that one has read a warning, to write again.").Refuses(RefusalCode.SanctionUnknown, RefusalCode.ThreadBusy);
        var sanctions = app.MapPerson().MapGroup("/sanctions").WithTags("People").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        sanctions.MapGet("", ListAsync).WithName("ListSanctions").WithSummary("What is in force against a person. For moderators; anybody may ask about themselves (me).");
        sanctions.MapPost("", ImposeAsync).WithName("ImposeSanction").WithSummary("Warn, suspend, ban, shadow-ban or review a person. For moderators; everywhere for admins.")
            .WithDescription("It holds at once, on open connections too. 200 when the same moderator has imposed the same before.")
            .Refuses(RefusalCode.SanctionInvalid, RefusalCode.ThreadBusy);
        sanctions.MapDelete("/{id}", LiftAsync).WithName("LiftSanction").WithSummary("Take a sanction back. For whoever may impose it.")
            .Refuses(RefusalCode.SanctionUnknown, RefusalCode.ThreadBusy);
    }

    private static async Task<Results<Ok<SanctionList>, Refused>> ListAsync(
        [AsParameters] PersonRoute route, ClaimsPrincipal user, SiteActions actions, TimeProvider time, CancellationToken cancellation)
    {
        var actor = user.RequiredActor();
        var person = route.UserId == "me" ? actor.Id : route.User;
        var maySeeAll = actor.May(Permission.ReadSanctions);
        if (!maySeeAll && person != actor.Id) return Refused.Because(RefusalCode.NotAllowed);
        var (here, everywhere) = (await actions.ReadAsync(route.Id, cancellation), await actions.ReadAsync(Site.Everywhere, cancellation));
        var all = here.SanctionsOf(person).Select(sanction => (sanction, false)).Concat(everywhere.SanctionsOf(person).Select(sanction => (sanction, true)));
        var views = all.Where(it => it.sanction.IsInForce(time.GetUtcNow()) && (maySeeAll || SanctionView.IsTold(it.sanction.Kind)))
            .Select(it => SanctionView.Of(it.sanction, it.Item2, withModerator: maySeeAll));
        return TypedResults.Ok(new SanctionList { Sanctions = [.. views] });
    }

    private static async Task<Results<Created<SanctionView>, Ok<SanctionView>, Refused>> ImposeAsync(
        [AsParameters] PersonRoute route, SanctionRequest request, ClaimsPrincipal user, SitePeople people, SiteActions actions, CancellationToken cancellation)
    {
        var target = Target(route, request.Everywhere);
        if (await people.FindAsync(user, target, cancellation) is not { } actor || !actor.May(Permission.Sanction)) return Refused.Because(RefusalCode.NotAllowed);
        var read = request.Read(actor, route.User);
        if (read.Value is not { } command) return Refused.Because(read.Refusal!);
        var imposed = await actions.ExecuteAsync(target, command, cancellation);
        if (imposed.Value is not { } changed) return Refused.Because(imposed.Refusal!);
        var view = SanctionView.Of(Imposed(command, changed), command.Everywhere, withModerator: true);
        return changed.Outcome.Repeated ? TypedResults.Ok(view) : TypedResults.Created((string?)null, view);
    }

    private static async Task<Results<NoContent, Refused>> LiftAsync(
        [AsParameters] PersonRoute route, int id, bool? everywhere, ClaimsPrincipal user, SitePeople people, SiteActions actions, CancellationToken cancellation)
    {
        var target = Target(route, everywhere);
        if (await people.FindAsync(user, target, cancellation) is not { } actor) return Refused.Because(RefusalCode.NotAllowed);
        var command = new LiftSanction { Actor = actor, User = route.User, Id = id, Everywhere = everywhere is true };
        var lifted = await actions.ExecuteAsync(target, command, cancellation);
        return lifted.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Refused>> AcknowledgeAsync(
        [AsParameters] SiteRoute route, int id, ClaimsPrincipal user, SiteActions actions, CancellationToken cancellation)
    {
        var acknowledged = await actions.ExecuteAsync(route.Id, new AcknowledgeWarning { Actor = user.RequiredActor(), Id = id }, cancellation);
        return acknowledged.Refusal is { } refusal ? Refused.Because(refusal) : TypedResults.NoContent();
    }

    /// <summary>What holds everywhere is not this site's to say: there, only the roles of the server's own tokens count.</summary>
    private static SiteId Target(PersonRoute route, bool? everywhere) => everywhere is true ? Site.Everywhere : route.Id;

    private static Sanction Imposed(ImposeSanction command, ChangedSite changed) =>
        changed.Site.SanctionsOf(command.User).FirstOrDefault(sanction => sanction.Id == changed.Outcome.Number)
        ?? new Sanction(changed.Outcome.Number, command.Kind, command.Until, command.Reason, command.Actor.AsAuthor, changed.Outcome.At);
}
