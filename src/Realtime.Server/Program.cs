using Realtime.Server.Articles;
using Realtime.Server.Bodies;
using Realtime.Server.Commenting;
using Realtime.Server.Comments;
using Realtime.Server.Counts;
using Realtime.Server.Health;
using Realtime.Server.Hosting;
using Realtime.Server.Identity;
using Realtime.Server.Limits;
using Realtime.Server.Reactions;
using Realtime.Server.Refusals;
using Realtime.Server.Reports;
using Realtime.Server.Wire;

namespace Realtime.Server;

internal static class Program
{
    public static Task<int> Main(string[] args) => FailedStart.ExplainAsync(async () =>
    {
        await using var app = await BuildAsync(args);
        await app.StartAsync();
        app.EndOfStart();
        app.SayWelcome();
        await app.WaitForShutdownAsync();
    });

    internal static async Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(ServerHome.Options(args));
        builder.AddHostLogging();
        builder.UseDefaultAddress();
        builder.AddSignIn();
        builder.AddRateLimits();
        builder.AddWire();
        builder.Services.AddProblems();
        builder.Services.AddApiDescription();
        builder.Services.AddBodies();
        builder.Services.AddCommenting();
        builder.AddSilo();
        await builder.AddStoreAsync();
        builder.Services.AddHealth();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseWire();
        app.UseSignIn();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealth();
        app.MapApiDescription();
        app.MapDevTokens();
        app.MapArticles();
        app.MapCommentReading();
        app.MapCommentWriting();
        app.MapReactions();
        app.MapReports();
        app.MapCounts();
        return app;
    }
}
