using Realtime.Server.Audit;
using Realtime.Server.Bodies;
using Realtime.Server.Commenters;
using Realtime.Server.Commenting;
using Realtime.Server.Demo;
using Realtime.Server.Desk;
using Realtime.Server.Draining;
using Realtime.Server.Embedding;
using Realtime.Server.Health;
using Realtime.Server.Hosting;
using Realtime.Server.Identity;
using Realtime.Server.Limits;
using Realtime.Server.Live;
using Realtime.Server.Moderation;
using Realtime.Server.People;
using Realtime.Server.Refusals;
using Realtime.Server.Renewal;
using Realtime.Server.Screening;
using Realtime.Server.Secrets;
using Realtime.Server.Sites;
using Realtime.Server.Telemetry;
using Realtime.Server.Wire;

namespace Realtime.Server;

internal static class Program
{
    public static Task<int> Main(string[] args) => FailedStart.ExplainAsync(async () =>
    {
        var builder = Configure(args);
        await using var store = await ServerStore.OpenAsync(builder);
        await using var app = Assemble(builder);
        await app.StartOrStopAsync();
        app.SayWelcome();
        await app.WaitForShutdownAsync();
    });

    internal static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(ServerHome.Options(args));
        builder.AddHostLogging();
        builder.UseDefaultAddress();
        builder.AddSecrets();
        builder.AddSignIn();
        builder.AddRateLimits();
        builder.AddWire();
        builder.AddLive();
        builder.AddDraining();
        builder.AddEmbedding();
        builder.Services.AddProblems().AddApiDescription().AddBodies().AddCommenting().AddScreening().AddModeration().AddDesk();
        builder.Services.AddSites().AddCommenters().AddPeople().AddRenewal();
        builder.Services.AddAudit().AddDemo().AddHealth().AddTelemetry();
        return builder;
    }

    internal static WebApplication Assemble(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseDraining();
        app.UseWire();
        app.UseSignIn();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealth();
        app.MapTelemetry();
        app.MapApiDescription();
        app.MapDevTokens();
        app.MapApi();
        app.MapLive();
        app.MapDeskHub();
        app.MapEmbedding();
        app.MapDemo();
        return app;
    }
}
