using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Grains.Commenters;
using Realtime.Grains.Replicas;
using Realtime.Server.Articles;
using Realtime.Server.Identity;
using Realtime.Server.Wire;

namespace Realtime.Server.Commenters;

/// <summary>
/// Takes out of what is read of a thread what the person who reads does not want to see. Answers in which nobody is ignored stay the ones that caches may keep.
/// Whoever moderates is shown everything: they must not overlook whom they ignore.
/// </summary>
internal sealed class HidesIgnored(ICommenters commenters, IThreadReplicas replicas) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var thread = new ThreadRoute((string)http.GetRouteValue("site")!, (string)http.GetRouteValue("article")!).Key;
        var ignored = await IgnoredAsync(http, thread.Site);
        if (ignored.IsEmpty) return Varying(http, await next(context));
        // What they have may have been made before they ignored anybody.
        http.Request.Headers.Remove(HeaderNames.IfNoneMatch);
        var result = Hide(await next(context), ignored, number => replicas.Find(thread)?.Facts(number)?.AuthorId);
        http.KeepPrivate();
        return Varying(http, result);
    }

    private async ValueTask<ImmutableHashSet<UserId>> IgnoredAsync(HttpContext http, SiteId site) =>
        http.User.AsActor() is { MayModerate: false } me && await commenters.FindAsync(site, me.Id, http.RequestAborted) is { } known ? known.State.Ignored : [];

    private static object? Hide(object? result, ImmutableHashSet<UserId> ignored, Func<int, UserId?> authorOf) => (result as INestedHttpResult)?.Result switch
    {
        Ok<ThreadPage> { Value: { } page } => TypedResults.Ok(IgnoredComments.Hide(page, ignored, authorOf)),
        Ok<ThreadChanges> { Value: { } changes } => TypedResults.Ok(IgnoredComments.Hide(changes, ignored, authorOf)),
        Ok<CommentInContext> { Value: { } found } => TypedResults.Ok(IgnoredComments.Hide(found, ignored, authorOf)),
        _ => result,
    };

    private static object? Varying(HttpContext http, object? result)
    {
        if (!http.Response.Headers.Vary.Contains(HeaderNames.Authorization)) http.VaryByPerson();
        return result;
    }
}
