using Realtime.Server.Embedding;

namespace Realtime.Server.Demo;

/// <summary>The first thing that a newcomer sees: an article with its discussion, people to be, and another reader beside. In Development only.</summary>
internal static class DemoEndpoints
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddSingleton<DemoThread>();

    public static void MapDemo(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var page = WebFiles.Page("demo.html");
        app.MapGet("/", async (DemoThread thread, PageSecurity security, HttpContext http) =>
        {
            await thread.BeginAsync(http.RequestAborted);
            http.Response.Headers.ContentSecurityPolicy = security.Unframed;
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(page.In(null), page.Type);
        }).ExcludeFromDescription();
    }
}
