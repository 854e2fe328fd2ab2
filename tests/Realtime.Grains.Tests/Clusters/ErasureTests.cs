using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Commenters;
using Realtime.Grains.Privacy;
using Realtime.Grains.Queue;
using Realtime.Grains.Sites;
using Realtime.Testing;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public sealed class ErasureTests : IAsyncLifetime
{
    private static readonly Actor Ann = new(new UserId("u-17"), "Annabella", Roles.None);
    private static readonly Actor Moderator = Say.Person("Mod", Roles.Moderator);
    private static readonly SiteId Gazette = Say.Bridge.Site;
    private static readonly CancellationToken None = CancellationToken.None;

    private ThreadCluster? _cluster;

    private InProcessSiloHandle[] Silos => [.. _cluster!.Silos];

    public async ValueTask InitializeAsync()
    {
        _cluster = await ThreadCluster.StartAsync(2);
        await SayAsync(Say.Post("bob", "b1", "what do you say?"));
        await SayAsync(new PostComment { Actor = Ann, ClientCommentId = "a1", Body = Say.Body("harbourwords"), ReplyTo = 1 });
        await SayAsync(Say.Post("bob", "b2", "no", replyTo: 2, quote: new Quote(2, 1, "harbourwords")));
    }

    public async ValueTask DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Words_and_name_leave_every_host_and_numbers_and_answers_stay()
    {
        var replicas = await Task.WhenAll(Silos.Select(ThreadCluster.ReadAsync));
        foreach (var replica in replicas) await Eventually.HoldsAsync("all is there", () => replica.CommentCount == 3);

        await EraseAsync();

        await _cluster!.DeactivateAsync();
        foreach (var replica in replicas)
        {
            await Eventually.HoldsAsync("one is erased", () => replica.CommentCount == 2);
            Assert.True(await replica.RefreshAsync(None));
            var page = await replica.PageAsync(ThreadSort.Oldest, null, 10, None);
            Assert.Equal([(1, null), (2, 1), (3, 2)], page.Comments.Select(comment => (comment.Number, comment.ReplyTo)));
            Assert.Equal(("erased", null, null), (page.Comments[1].Status, page.Comments[1].Author, page.Comments[1].Html));
            Assert.Equal((2, null), (page.Comments[2].Quote!.Number, page.Comments[2].Quote!.Text));
        }

        Assert.Single(replicas.Select(replica => replica.Position.Epoch).Distinct());
    }

    [Fact]
    public async Task Nothing_of_it_is_left_in_any_journal_of_the_site()
    {
        var sites = Of<ISiteCommands>();
        var reason = new ImposeSanction { Actor = Moderator, User = Ann.Id, Kind = SanctionKind.Ban, Reason = "Annabella wrote harbourwords" };
        Assert.Null((await sites.ExecuteAsync(Gazette, reason)).Refusal);
        var inbox = await Of<ICommenters>().OpenAsync(Gazette, new UserId("bob"), None);
        await Eventually.HoldsAsync("bob has the answer", () => inbox.State.Unread > 0);
        var queue = await Of<IQueues>().OpenAsync(Gazette, None);
        await Eventually.HoldsAsync("the queue has it", () => queue.State.Count == 3);
        Assert.NotEmpty(await JournalsWithAsync("Annabella"));

        await EraseAsync();

        Assert.Empty(await JournalsWithAsync("Annabella"));
        Assert.Empty(await JournalsWithAsync("harbourwords"));
        Assert.Equal(["gazette"], await JournalsWithAsync("\"u-17\""));
        await Eventually.HoldsAsync("bob's inbox is empty", () => inbox.State.Unread == 0);
        await Eventually.HoldsAsync("the queue has the others", () => queue.State.Count == 2);
        var copy = await Of<ISiteCopies>().OpenAsync(Gazette, None);
        await Eventually.HoldsAsync("the ban stays, without a reason", () => copy.Site.SanctionsOf(Ann.Id) is [{ Kind: SanctionKind.Ban, Reason: "" }]);
    }

    [Fact]
    public async Task What_the_person_had_of_their_own_is_deleted_and_every_host_knows_and_they_begin_anew()
    {
        var own = CommenterGrain.KeyOf(Gazette, Ann.Id);
        await TellAsync(new TellProfile { Actor = Ann, IssuedAt = DateTimeOffset.UnixEpoch });
        await TellAsync(new IgnorePerson { Actor = Ann, User = new UserId("bob") });
        var copies = await Task.WhenAll(Silos.Select(silo => silo.ServiceProvider.GetRequiredService<ICommenters>().OpenAsync(Gazette, Ann.Id, None).AsTask()));
        foreach (var copy in copies) await Eventually.HoldsAsync("all is there", () => copy.State is { Profile: not null, Ignored.Count: 1 });

        await EraseAsync();

        foreach (var copy in copies) await Eventually.HoldsAsync("nothing is there", () => copy.Position == default && copy.State == Commenter.Unknown);
        Assert.DoesNotContain(own, _cluster!.Journal.Keys);
        await TellAsync(new HeedPerson { Actor = Ann, User = new UserId("bob") });
        Assert.DoesNotContain(own, _cluster.Journal.Keys);

        await TellAsync(new IgnorePerson { Actor = Ann, User = new UserId("carl") });
        foreach (var copy in copies) await Eventually.HoldsAsync("the new is there", () => copy.State is { Profile: null, Ignored.Count: 1 } && copy.State.Ignored.Contains(new UserId("carl")));
        Assert.Equal(1, copies[0].Position.Sequence);
    }

    [Fact]
    public async Task Who_ignored_the_person_ignores_nobody_and_who_gave_them_a_role_gave_it_to_nobody()
    {
        var bob = Say.Person("bob");
        Assert.Null((await Of<ICommenters>().ExecuteAsync(Gazette, bob.Id, new IgnorePerson { Actor = bob, User = Ann.Id })).Refusal);
        var roles = new GiveRoles { Actor = Say.Person("the-admin", Roles.Admin), User = Ann.Id, Roles = Roles.Moderator };
        Assert.Null((await Of<ISiteCommands>().ExecuteAsync(Gazette, roles)).Refusal);
        var warning = new ImposeSanction { Actor = roles.Actor, User = Ann.Id, Kind = SanctionKind.Warn, Reason = "mind your words" };
        Assert.Equal(1, (await Of<ISiteCommands>().ExecuteAsync(Gazette, warning)).Number);
        var (inbox, site) = (await Of<ICommenters>().OpenAsync(Gazette, bob.Id, None), await Of<ISiteCopies>().OpenAsync(Gazette, None));
        await Eventually.HoldsAsync("all is there", () => inbox.State.Ignored.Contains(Ann.Id) && site.Site.RolesOf(Ann.Id) == Roles.Moderator && site.Site.LastSanction == 1);

        await EraseAsync();

        await Eventually.HoldsAsync("nothing is there", () => inbox.State.Ignored.IsEmpty && site.Site is { Roles.Count: 0, Sanctions.Count: 0, LastSanction: 1 });
        Assert.Empty(await JournalsWithAsync("\"u-17\""));
    }

    [Fact]
    public async Task A_second_erasure_finds_nothing()
    {
        Assert.Equal(1, (await EraseAsync()).Threads);
        Assert.Equal(new Erasure(0, 0), await EraseAsync());
    }

    [Fact]
    public async Task Nobody_erases_another_who_does_not_moderate()
    {
        var erasure = await Of<IErasures>().EraseAsync(Gazette, Ann.Id, Say.Person("bob"), None);
        Assert.Equal(RefusalCode.NotAllowed, erasure.Refusal?.Code);
    }

    private async Task<Erasure> EraseAsync()
    {
        var erasure = await Of<IErasures>().EraseAsync(Gazette, Ann.Id, Ann, None);
        Assert.Null(erasure.Refusal);
        return erasure;
    }

    private async Task TellAsync(CommenterCommand command) => Assert.Null((await Of<ICommenters>().ExecuteAsync(Gazette, Ann.Id, command)).Refusal);

    private T Of<T>()
        where T : notnull => Silos[0].ServiceProvider.GetRequiredService<T>();

    private async Task SayAsync(ThreadCommand command) => Assert.Null((await ThreadCluster.SayAsync(Silos[0], command)).Refusal);

    private async Task<IEnumerable<string>> JournalsWithAsync(string text)
    {
        var found = new List<string>();
        foreach (var key in _cluster!.Journal.Keys)
        {
            var entries = (await _cluster.Journal.ReadAsync(key, 0, 1000, None)).Entries;
            if (entries.Any(entry => Encoding.UTF8.GetString(entry.Span).Contains(text, StringComparison.Ordinal))) found.Add(key.Value);
        }

        return found;
    }
}
