using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Commenters;
using Realtime.Grains.DryRuns;
using Realtime.Grains.Feeds;
using Realtime.Grains.Privacy;
using Realtime.Grains.Projections;
using Realtime.Grains.Queue;
using Realtime.Grains.Replicas;
using Realtime.Grains.Sites;
using Realtime.Grains.Threads;

namespace Realtime.Grains;

/// <summary>Threads for a silo.</summary>
public static class ThreadHosting
{
    /// <summary>
    /// Adds the threads, <see cref="IThreadCommands"/> to change them and <see cref="IThreadReplicas"/> to read them; the sites with <see cref="ISiteCommands"/> and
    /// <see cref="ISiteCopies"/>. The host brings the
    /// <see cref="Discussion.Journal.IJournal"/>. Settings are the configuration sections <c>Discussion</c>, <c>Writer</c> and <c>Replicas</c>; a mistake in one ends the start.
    /// </summary>
    public static ISiloBuilder AddThreads(this ISiloBuilder silo)
    {
        // Else they would be offered to operators only once a thread has been written.
        RuntimeHelpers.RunClassConstructor(typeof(AggregateMeters).TypeHandle);
        var services = silo.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IOptionsFactory<DiscussionRules>, ConfiguredRules>();
        services.AddOptions<DiscussionRules>().ValidateOnStart();
        services.AddOptions<WriterOptions>().BindConfiguration("Writer").ValidateOnStart();
        services.AddOptions<ReplicaOptions>().BindConfiguration("Replicas").ValidateOnStart();
        services.AddOptions<ProjectionOptions>().BindConfiguration("Projections").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProjectionOptions>>(new Soundness<ProjectionOptions>(projections => projections.Mistakes()));
        services.AddSingleton<IValidateOptions<DiscussionRules>>(new Soundness<DiscussionRules>(rules => rules.Mistakes()));
        services.AddSingleton<IValidateOptions<WriterOptions>>(new Soundness<WriterOptions>(writer => writer.Mistakes()));
        services.AddSingleton<IValidateOptions<ReplicaOptions>>(new Soundness<ReplicaOptions>(replicas => replicas.Mistakes()));
        services.AddSingleton<IThreadGrains, OrleansThreadGrains>();
        services.AddSingleton<Serving>();
        services.AddSingleton<CopyKeeping>();
        services.AddSingleton<IThreadCommands, ThreadCommands>();
        services.AddSingleton<ISiteCommands, SiteCommands>();
        services.AddSingleton<SiteCopies>();
        services.AddSingleton<ISiteCopies>(provider => provider.GetRequiredService<SiteCopies>());
        services.AddSingleton(provider => provider.GetRequiredService<SiteCopies>().Copies);
        services.AddSingleton<Houses>();
        services.AddSingleton<Queues>();
        services.AddSingleton<IQueues>(provider => provider.GetRequiredService<Queues>());
        services.AddSingleton(provider => provider.GetRequiredService<Queues>().Copies);
        services.AddSingleton<Commenters.Commenters>();
        services.AddSingleton<ICommenters>(provider => provider.GetRequiredService<Commenters.Commenters>());
        services.AddSingleton(provider => provider.GetRequiredService<Commenters.Commenters>().Copies);
        services.AddOptions<QueueOptions>().BindConfiguration("Queue").ValidateOnStart();
        services.AddSingleton<IValidateOptions<QueueOptions>>(new Soundness<QueueOptions>(queue => queue.Mistakes()));
        services.AddSingleton<IProjection, CountProjection>();
        services.AddSingleton<IProjection, PeopleProjection>();
        services.AddSingleton<IProjection, QueueProjection>();
        services.AddSingleton<IProjection, MovesProjection>();
        services.AddSingleton<IProjection, InboxProjection>();
        services.AddSingleton<Projecting>().AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<Projecting>());
        services.AddSingleton<IErasures, Erasures>();
        services.AddSingleton<IRebuilding, Rebuilding>();
        services.AddSingleton<DryRunWork>().AddSingleton<IDryRuns, DryRuns.DryRuns>();
        services.AddSingleton<IUntoldThreads, UntoldThreads>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, ProjectionRecovery>();
        services.AddSingleton<ThreadReplicas>();
        services.AddSingleton<IThreadReplicas>(provider => provider.GetRequiredService<ThreadReplicas>());
        services.AddSingleton(provider => provider.GetRequiredService<ThreadReplicas>().Copies);
        services.AddSingleton<IHostAddresses>(provider => provider.GetRequiredService<IThreadGrains>());
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, ReplicaUpkeep>();
        // The writer's queue refuses much earlier and more politely; this bounds what can pile up while a thread is still being opened.
        services.AddOptions<SiloMessagingOptions>().PostConfigure<IOptions<WriterOptions>>((messaging, writer) =>
        {
            if (messaging.MaxEnqueuedRequestsHardLimit == 0) messaging.MaxEnqueuedRequestsHardLimit = 4 * writer.Value.QueueLimit;
        });
        return silo;
    }

    private sealed class Soundness<T>(Func<T, IEnumerable<string>> mistakesOf) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            mistakesOf(options).ToList() is { Count: > 0 } mistakes ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }

    /// <summary>Binding would add to the default reactions and reasons; a publisher who lists some means exactly these.</summary>
    private sealed class ConfiguredRules(
        IConfiguration configuration, IEnumerable<IConfigureOptions<DiscussionRules>> setups, IEnumerable<IPostConfigureOptions<DiscussionRules>> later,
        IEnumerable<IValidateOptions<DiscussionRules>> validations) : OptionsFactory<DiscussionRules>(setups, later, validations)
    {
        protected override DiscussionRules CreateInstance(string name)
        {
            var section = configuration.GetSection("Discussion");
            var rules = section.Get<DiscussionRules>() ?? new DiscussionRules();
            return rules with
            {
                Reactions = Listed(section, nameof(rules.Reactions)) ?? rules.Reactions,
                ReportReasons = Listed(section, nameof(rules.ReportReasons)) ?? rules.ReportReasons,
            };
        }

        private static string[]? Listed(IConfigurationSection section, string key) => section.GetSection(key).Get<string[]>();
    }
}
