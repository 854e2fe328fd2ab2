using Realtime.Discussion.Addressing;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Xunit;

namespace Realtime.Grains.Tests.Replicas;

public class ReplicaPeopleTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ReplicaStage _stage = new();

    [Fact]
    public async Task Those_whom_readers_have_seen_are_known_by_name_and_who_comes_later_too()
    {
        await _stage.SayAsync(Say.Post("anahit", "c1"), Say.Post("garo", "c2") with { Findings = [Say.Doubt] });
        var replica = await _stage.OpenAsync();
        Assert.Equal(["anahit"], Found(replica.People.Participants(), "anahit", "garo", "vahan"));

        await _stage.SayAsync(Say.Post("vahan", "c3"), Say.Decide("mo", 2, "approve"));
        Assert.True(await replica.RefreshAsync(None));

        Assert.Equal(["anahit", "garo", "vahan"], Found(replica.People.Participants(), "anahit", "garo", "vahan"));
        Assert.Equal(["garo", "vahan"], replica.People.Names(2));
        Assert.Same(replica.People.Participants(), replica.People.Participants());
    }

    [Fact]
    public async Task Who_has_been_erased_is_known_no_more()
    {
        await _stage.SayAsync(Say.Post("anahit", "c1"), Say.Post("garo", "c2"));
        var replica = await _stage.OpenAsync();
        replica.People.Participants();

        await _stage.SayAsync(new ErasePerson { Actor = Say.Person("root", Roles.Admin), User = new UserId("garo") });
        await replica.RefreshAsync(None);

        Assert.Equal(["anahit"], Found(replica.People.Participants(), "anahit", "garo"));
        Assert.Equal(["anahit"], replica.People.Names(10));
    }

    [Fact]
    public async Task A_post_is_found_by_its_client_id_and_ones_newest_come_first()
    {
        await _stage.SayAsync(Say.Post("anahit", "c1"), Say.Post("anahit", "c2") with { Findings = [Say.Doubt] }, Say.Post("garo", "c1"), Say.Remove("anahit", 1));
        var people = (await _stage.OpenAsync()).People;

        Assert.Equal((2, null), (people.FindPosted(new UserId("anahit"), "c2"), people.FindPosted(new UserId("garo"), "c2")));
        Assert.Equal([2, 1], people.NewestOf(new UserId("anahit"), 10).Select(comment => comment.Number));
        Assert.Equal([2], people.NewestOf(new UserId("anahit"), 1).Select(comment => comment.Number));
    }

    private static IEnumerable<string> Found(Participants participants, params string[] names) =>
        names.Where(name => Addressees.In($"{name}: hello", participants, new UserId("somebody"))?.User == new UserId(name));
}
