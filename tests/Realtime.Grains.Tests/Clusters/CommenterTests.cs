using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Sites;
using Realtime.Grains.Commenters;
using Realtime.Grains.Projections;
using Realtime.Grains.Sites;
using Realtime.Testing;
using Realtime.Testing.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class CommenterTests
{
    private static readonly UserId Ann = new("ann");

    [Fact]
    public async Task An_answer_comes_into_the_inbox_on_every_host()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await AnswerAsync(cluster.Silos[0]);

        foreach (var silo in cluster.Silos)
        {
            var copy = await Of(silo).OpenAsync(Say.Bridge.Site, Ann, CancellationToken.None);
            await Eventually.HoldsAsync("the answer is there", () => copy.State.Readable.Any(entry => entry.Item is { Kind: InboxKind.Reply, Number: 2, ReplyTo: 1 }));
        }
    }

    [Fact]
    public async Task Inboxes_told_again_by_a_rebuild_stay_as_they_are()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        await AnswerAsync(cluster.Silos[0]);
        var copy = await Of(cluster.Silos[0]).OpenAsync(Say.Bridge.Site, Ann, CancellationToken.None);
        await Eventually.HoldsAsync("the answer is there", () => copy.State.Unread == 1);
        var before = copy.Position;

        await cluster.Silos[0].ServiceProvider.GetRequiredService<IRebuilding>().RebuildAsync("inbox", Say.Bridge.Site, CancellationToken.None);

        Assert.Equal(before, copy.Position);
    }

    [Fact]
    public async Task What_a_silo_that_died_has_left_untold_comes_into_the_inbox()
    {
        await using var cluster = await ThreadCluster.StartAsync(2);
        await ThreadCluster.SayAsync(cluster.Silos[0], Say.Post("ann", "question"));
        var serving = await cluster.ServingAsync();
        Assert.Null((await ThreadCluster.SayAsync(serving, Say.Post("bob", "answer", replyTo: 1))).Refusal);
        await cluster.KillAsync(serving);

        var copy = await Of(cluster.Silos[0]).OpenAsync(Say.Bridge.Site, Ann, CancellationToken.None);
        await Eventually.HoldsAsync("the answer is there, once", () => copy.State.Unread == 1);
    }

    [Fact]
    public async Task Somebody_who_has_nothing_here_costs_no_copy()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);

        Assert.Null(await Of(cluster.Silos[0]).FindAsync(Say.Bridge.Site, Ann, CancellationToken.None));

        var ignored = await Of(cluster.Silos[0]).ExecuteAsync(Say.Bridge.Site, Ann, new IgnorePerson { Actor = Say.Person("ann"), User = new UserId("bob") });
        Assert.Null(ignored.Refusal);
        Assert.NotNull(await Of(cluster.Silos[0]).FindAsync(Say.Bridge.Site, Ann, CancellationToken.None));
    }

    [Fact]
    public async Task A_person_with_an_address_for_an_id_has_a_place_of_their_own()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var user = new UserId("https://id.example/a b");

        await Of(cluster.Silos[0]).ExecuteAsync(Say.Bridge.Site, user, new IgnorePerson { Actor = new Actor(user, "A", Roles.None), User = Ann });

        var copy = await Of(cluster.Silos[0]).OpenAsync(Say.Bridge.Site, user, CancellationToken.None);
        Assert.Equal([Ann], copy.State.Ignored);
    }

    [Fact]
    public async Task A_sanction_that_a_dead_silo_has_left_untold_is_told_when_the_site_is_next_opened()
    {
        var journal = new InMemoryJournal();
        var imposed = new SanctionImposed
        {
            At = TimeProvider.System.GetUtcNow(), By = new UserId("mod"), Name = "Mod", User = Ann, Id = 1, Kind = SanctionKind.Warn, Reason = "mind rule 2",
        };
        var (writer, head) = await journal.OpenAsync(new JournalKey(Say.Bridge.Site.Value), CancellationToken.None);
        await journal.AppendAsync(writer, head, [new SiteAggregate().Encode(imposed)], CancellationToken.None);
        await using var cluster = await ThreadCluster.StartAsync(1, journal);

        await cluster.Silos[0].ServiceProvider.GetRequiredService<ISiteCopies>().OpenAsync(Say.Bridge.Site, CancellationToken.None);

        var copy = await Of(cluster.Silos[0]).OpenAsync(Say.Bridge.Site, Ann, CancellationToken.None);
        await Eventually.HoldsAsync("the warning is there", () => copy.State.Readable.Any(entry => entry.Item is { Kind: InboxKind.Warned, Reason: "mind rule 2" }));
    }

    private static async Task AnswerAsync(InProcessSiloHandle silo)
    {
        Assert.Null((await ThreadCluster.SayAsync(silo, Say.Post("ann", "question"))).Refusal);
        Assert.Null((await ThreadCluster.SayAsync(silo, Say.Post("bob", "answer", replyTo: 1))).Refusal);
    }

    private static ICommenters Of(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<ICommenters>();
}
