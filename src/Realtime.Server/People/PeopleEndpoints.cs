using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Privacy;
using Realtime.Server.Identity;
using Realtime.Server.Refusals;
using Realtime.Server.Renewal;
using Realtime.Server.Sites;
using Realtime.Server.Wire;

namespace Realtime.Server.People;

/// <summary>What is known of a person on a site, handed out, and erased.</summary>
internal static class PeopleEndpoints
{
    private const string Stays =
        "Numbers, places and the answers of others stay, and of a sanction in force which it is, its kind and its end: an erasure is no way out of a ban. "
        + "200 when it is done. Repeat it when it fails: it goes on where it was. "
        + "Behind it the store's own files are renewed, in which old bytes lie about: files is pending until then, clean when it is asked again later, and operator "
        + "when the server may not have the store do that (BGREWRITEAOF, BGSAVE).";

    private const int MaxLimit = 500, DefaultLimit = 50;

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var person = app.MapPerson().WithTags("People").RequireAuthorization().Refuses(RefusalCode.NotAllowed);
        person.MapGet("", ReadAsync).WithName("ReadPerson")
            .WithSummary("Profile, newest comments, standing as a reporter and sanctions of a person. For moderators; anybody may ask about themselves (me).");
        person.MapGet("/export", Export).WithName("ExportPerson").Produces<object>(StatusCodes.Status200OK, "application/json")
            .WithSummary("All that a person wrote and did on the site. For the person themselves (me) and admins.")
            .WithDescription("One JSON object, streamed: when the store fails on the way the answer breaks off and is no JSON. Reads the journals of the whole site.");
        person.MapDelete("", EraseAsync).WithName("ErasePerson").Refuses(RefusalCode.ThreadBusy)
            .WithSummary("Erase a person: their words, name and id, everywhere on the site. For the person themselves (me) and admins.")
            .WithDescription(Stays);
        app.MapErasingEverywhere(Stays);
    }

    private static async Task<Results<Ok<PersonView>, Refused>> ReadAsync(
        [AsParameters] PersonRoute route, int? limit, ClaimsPrincipal user, PersonReading reading, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > MaxLimit) return Refused.Because(RefusalCode.RequestMalformed);
        if (PersonOf(route, user, Permission.ReadPeople) is not { } person) return Refused.Because(RefusalCode.NotAllowed);
        http.KeepPrivate();
        var forModerator = user.RequiredActor().May(Permission.ReadPeople);
        var view = await reading.ReadAsync(route.Id, person, limit ?? DefaultLimit, forModerator, cancellation);
        return view is null ? Refused.Because(RefusalCode.PersonUnknown) : TypedResults.Ok(view);
    }

    private static Results<PushStreamHttpResult, Refused> Export(
        [AsParameters] PersonRoute route, ClaimsPrincipal user, PersonExport export, HttpContext http, CancellationToken cancellation)
    {
        if (PersonOf(route, user, Permission.ExportPeople) is not { } person) return Refused.Because(RefusalCode.NotAllowed);
        http.KeepPrivate();
        return TypedResults.Stream(stream => export.WriteAsync(route.Id, person, stream, cancellation), "application/json");
    }

    private static async Task<Results<Ok<ErasedView>, Refused>> EraseAsync(
        [AsParameters] PersonRoute route, ClaimsPrincipal user, IErasures erasures, Renewals renewals, CancellationToken cancellation)
    {
        if (PersonOf(route, user, Permission.ErasePeople) is not { } person) return Refused.Because(RefusalCode.NotAllowed);
        var erased = await renewals.FollowAsync(route.Id, person, () => erasures.EraseAsync(route.Id, person, user.RequiredActor(), cancellation));
        return AnswerOf(erased.Erased, erased.Files);
    }

    internal static Results<Ok<ErasedView>, Refused> AnswerOf(Erasure erased, string files)
    {
        if (erased.Refusal is { } refusal) return Refused.Because(refusal);
        return TypedResults.Ok(new ErasedView { Threads = erased.Threads, Comments = erased.Comments, Files = files });
    }

    /// <summary>Null when the caller may not do this to them.</summary>
    private static UserId? PersonOf(PersonRoute route, ClaimsPrincipal user, Permission permission)
    {
        var actor = user.RequiredActor();
        var person = route.UserId == "me" ? actor.Id : route.User;
        return person == actor.Id || actor.May(permission) ? person : null;
    }
}

/// <summary>What was found and erased; nothing the second time.</summary>
internal sealed record ErasedView
{
    /// <summary>Threads in which the person had left something.</summary>
    public required int Threads { get; init; }

    /// <summary>Comments that they had written.</summary>
    public required long Comments { get; init; }

    /// <summary>Whether their words are left in the store's own files: "pending" until those are renewed, "clean" once they are, "operator" when the store's operator must do it.</summary>
    public required string Files { get; init; }
}
