using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Reading;
using Realtime.Grains.Replicas;
using Realtime.Testing;
using Xunit;

namespace Realtime.Grains.Tests.Clusters;

public class MovingTests
{
    private static readonly ThreadKey Ferry = ThreadKey.Parse("gazette/ferry");

    [Fact]
    public async Task A_conversation_that_was_moved_goes_on_under_the_other_article()
    {
        await using var cluster = await ThreadCluster.StartAsync(1);
        var silo = cluster.Silos[0];
        await ThreadCluster.SayAsync(silo, Say.Post("ann", "a1", "about the ferry"));
        await ThreadCluster.SayAsync(silo, Say.Post("bob", "b1", "yes, the ferry", replyTo: 1));
        await ThreadCluster.SayAsync(silo, Say.Post("ann", "a2", "about the bridge"));
        var moved = await ThreadCluster.SayAsync(
            silo, new MoveComments { Actor = Say.Person("Mod", Roles.Moderator), Number = 1, Revision = 1, To = Ferry.Article });
        Assert.Null(moved.Refusal);

        var replicas = silo.ServiceProvider.GetRequiredService<IThreadReplicas>();
        var ferry = await replicas.OpenAsync(Ferry, CancellationToken.None);
        await Eventually.HoldsAsync("both have arrived", () => ferry.CommentCount == 2);
        var page = await ferry.PageAsync(ThreadSort.Oldest, null, 10, CancellationToken.None);
        Assert.Equal([("ann", "<p>about the ferry</p>", null), ("bob", "<p>yes, the ferry</p>", 1)], page.Comments.Select(one => (one.Author!.Name, one.Html!, one.ReplyTo)));

        var bridge = await ThreadCluster.ReadAsync(silo);
        await Eventually.HoldsAsync("one is left", () => bridge.CommentCount == 1);
    }
}
