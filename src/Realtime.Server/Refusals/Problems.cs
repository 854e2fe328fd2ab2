using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Server.Identity;

namespace Realtime.Server.Refusals;

/// <summary>Sees to it that whatever fails, the client gets problem details with a code, and never an inside.</summary>
internal static class Problems
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        // In Development the framework would throw, elsewhere answer with the bare status; tests and clients are to meet the same everywhere.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<ExceptionHandlerOptions>(options =>
        {
            options.ExceptionHandler = http => AnswerTo(http.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error).ExecuteAsync(http);
            options.SuppressDiagnosticsCallback = failure => failure.Exception is JournalUnavailableException or BadHttpRequestException;
        });
        return services;
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(async context => await new Refused(await EntryForAsync(context.HttpContext)).ExecuteAsync(context.HttpContext));
    }

    private static Refused AnswerTo(Exception failure) => failure switch
    {
        JournalUnavailableException => Refused.Because(RefusalCode.StoreUnavailable),
        BadHttpRequestException bad => new Refused(RefusalTable.OfStatus(bad.StatusCode)),
        _ => new Refused(RefusalTable.InternalError),
    };

    private static async Task<RefusalEntry> EntryForAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return status == StatusCodes.Status401Unauthorized && await http.HasBadTokenAsync() ? RefusalTable.TokenInvalid : RefusalTable.OfStatus(status);
    }
}
