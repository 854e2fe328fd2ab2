using Realtime.Server.Hosting;

namespace Realtime.Server.Embedding;

/// <summary>What a publisher's page takes from this server: the embed's scripts, and the thread as a page of its own.</summary>
internal static class EmbeddingSetup
{
    public static void AddEmbedding(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<EmbeddingOptions>("Embedding", options => options.Mistakes());
        builder.Services.AddSingleton(new PageSecurity(options));
        builder.Services.AddSingleton<FreshPages>();
        builder.Services.AddOutputCache(caching => caching.AddPolicy(FreshPages.Name, caching.ApplicationServices.GetRequiredService<FreshPages>()));
        builder.Services.AddCors(cors => cors.AddPolicy(WebFileEndpoints.AnyPage, policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD")));
    }

    public static void MapEmbedding(this WebApplication app)
    {
        app.MapWebFiles(WebFiles.Read(AppContext.BaseDirectory));
        app.MapThreadPages();
        app.MapDesk();
    }
}
