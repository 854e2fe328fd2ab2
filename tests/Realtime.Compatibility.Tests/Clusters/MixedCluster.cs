using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Realtime.Discussion.Journal;
using Realtime.Grains;
using Realtime.Discussion.Projections;
using Realtime.Testing.Journals;
using Realtime.Testing.Projections;
using Xunit;

namespace Realtime.Compatibility.Tests.Clusters;

/// <summary>A silo of one version and, at the other end of the wire, a caller of the other.</summary>
internal sealed class MixedCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private MixedCluster(Action<IServiceCollection> silo, Action<IServiceCollection> caller)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, host) => host.Configuration["Discussion:LazyArticles"] = "true");
        builder.ConfigureSilo((_, server) =>
        {
            server.AddThreads();
            server.UseInMemoryReminderService();
            var projections = new InMemoryProjections(Journal);
            server.Services.AddSingleton<IJournal>(Journal);
            server.Services.AddSingleton<IProjectionProgress>(projections).AddSingleton<ICounts>(projections).AddSingleton<IPeople>(projections);
            silo(server.Services);
        });
        builder.ConfigureClient(client => caller(client.Services));
        _cluster = builder.Build();
    }

    public InMemoryJournal Journal { get; } = new();

    public IGrainFactory Caller => _cluster.Client;

    public static Task<MixedCluster> ThisServesNextAsync() => StartAsync(new MixedCluster(Shapes.UseThis, Shapes.UseNext));

    public static Task<MixedCluster> NextServesThisAsync() => StartAsync(new MixedCluster(Shapes.UseNext, Shapes.UseThis));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static async Task<MixedCluster> StartAsync(MixedCluster cluster)
    {
        await cluster._cluster.DeployAsync(TestContext.Current.CancellationToken);
        return cluster;
    }
}
