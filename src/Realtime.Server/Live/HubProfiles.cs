using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Identity;
using Realtime.Server.Identity;

namespace Realtime.Server.Live;

/// <summary>Notes what the sign-on says of people who write over the hub. What they write to is the first argument's site.</summary>
internal sealed class HubProfiles(Profiles profiles, SitePeople people) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (HubLimits.IsWrite(invocationContext.HubMethodName) && invocationContext.Context.User is { } caller
            && invocationContext.HubMethodArguments is [string named, ..] && SiteId.TryParse(named, out var site))
            profiles.Note(await people.AtAsync(caller, site, invocationContext.Context.ConnectionAborted), site);
        return await next(invocationContext);
    }
}
