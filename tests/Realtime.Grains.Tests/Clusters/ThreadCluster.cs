using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Realtime.Grains.Replicas;
using Realtime.Grains.Tests.Replicas;
using Realtime.Grains.Threads;
using Realtime.Discussion.Projections;
using Realtime.Testing.Journals;
using Realtime.Testing.Projections;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

/// <summary>Silos in this process that share one journal and one table of reminders in memory.</summary>
public sealed class ThreadCluster : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly InProcessTestCluster _cluster;

    private ThreadCluster(short silos, InMemoryJournal journal)
    {
        Journal = journal;
        Projections = new InMemoryProjections(journal);
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddThreads();
            silo.Services.AddSingleton<IJournal>(Journal);
            silo.Services.AddSingleton<IProjectionProgress>(Projections).AddSingleton<ICounts>(Projections).AddSingleton<IPeople>(Projections);

            silo.AddReminders().Services.AddSingleton<IReminderTable>(Reminders);
            silo.Services.PostConfigure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = TimeSpan.FromMilliseconds(500));
        });
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Configuration["Discussion:LazyArticles"] = "true";
            host.Configuration["Projections:RecoverEvery"] = "00:00:01";
        });
        _cluster = builder.Build();
    }

    public InMemoryJournal Journal { get; }

    public InMemoryProjections Projections { get; }

    public SharedReminders Reminders { get; } = new();

    public IReadOnlyList<InProcessSiloHandle> Silos => _cluster.Silos;

    public static async Task<ThreadCluster> StartAsync(short silos, InMemoryJournal? journal = null)
    {
        var cluster = new ThreadCluster(silos, journal ?? new InMemoryJournal());
        await cluster._cluster.DeployAsync(TestContext.Current.CancellationToken);
        return cluster;
    }

    public Task DeactivateAsync() => _cluster.DeactivateAsync(_cluster.Client.GetGrain<IArticleThreadGrain>(Say.Bridge.ToString()));

    public Task StopAsync(InProcessSiloHandle silo) => _cluster.StopSiloAsync(silo);

    public Task KillAsync(InProcessSiloHandle silo) => _cluster.KillSiloAsync(silo);

    /// <summary>The silo that serves the thread; it is activated if it was not.</summary>
    public async Task<InProcessSiloHandle> ServingAsync()
    {
        var watching = new NoGrains.Observer();
        var grains = Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();
        var answer = await grains.GetGrain<IArticleThreadGrain>(Say.Bridge.ToString())
            .Watch("somebody", grains.CreateObjectReference<IThreadObserver>(watching), default, 0);
        GC.KeepAlive(watching);
        return Silos.Single(silo => silo.SiloAddress.Equals(answer.Silo));
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    internal static Task<CommandOutcome> SayAsync(InProcessSiloHandle silo, ThreadCommand command) =>
        silo.ServiceProvider.GetRequiredService<IThreadCommands>().ExecuteAsync(Say.Bridge, command);

    internal static async Task<CommandOutcome> SayUntilAnsweredAsync(InProcessSiloHandle silo, ThreadCommand command)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var outcome = await SayAsync(silo, command);
            if (outcome.Refusal?.Code is not RefusalCode.StoreUnavailable) return outcome;
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    internal static async Task<IThreadReplica> ReadAsync(InProcessSiloHandle silo) =>
        await silo.ServiceProvider.GetRequiredService<IThreadReplicas>().OpenAsync(Say.Bridge, CancellationToken.None);

    /// <summary>Waits until the replica has what was answered.</summary>
    internal static async Task ReachAsync(IThreadReplica replica, CommandOutcome outcome)
    {
        Assert.Null(outcome.Refusal);
        Assert.True(await replica.ReachAsync(outcome.Position, Patience, CancellationToken.None), $"{replica.Position} has not reached {outcome.Position}");
    }
}
