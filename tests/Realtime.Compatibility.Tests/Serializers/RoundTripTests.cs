using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Realtime.Compatibility.Tests.Next;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Xunit;

namespace Realtime.Compatibility.Tests.Serializers;

/// <summary>What one version writes, the other reads: members that it does not know are passed over, those it misses are empty.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly Actor Ani = new(new UserId("ani"), "Ani", Roles.Staff);
    private static readonly CommentBody Words = new("text", "<p>text</p>");
    private static readonly SiloAddress Silo = SiloAddress.New(IPAddress.Loopback, 1, 1);

    private readonly ServiceProvider _this = Build(Shapes.UseThis);
    private readonly ServiceProvider _next = Build(Shapes.UseNext);

    [Fact]
    public void A_command_of_this_version_is_read_by_the_next()
    {
        var sent = new PostComment
            { Actor = Ani, ClientCommentId = "c1", Body = Words, ReplyTo = 3, Quote = new Quote(3, 1, "so"), Tags = ["weather"], Addressee = Ani.Id, Mentions = [Ani.Id] };

        var read = Assert.IsType<NextPost>(Upgraded<ThreadCommand, ThreadCommand>(sent));

        Assert.Equal((Ani, "c1", Words, 3, new Quote(3, 1, "so"), null), (read.Actor, read.ClientId, read.Words, read.Parent, read.Passage, read.Mood));
        Assert.Equal("weather", Assert.Single(read.Labels));
        Assert.Equal((Ani.Id, Ani.Id), (read.To, Assert.Single(read.Others)));
    }

    [Fact]
    public void A_command_of_the_next_version_is_read_by_this()
    {
        var read = Assert.IsType<PostComment>(Downgraded<ThreadCommand, ThreadCommand>(new NextPost { Actor = Ani, ClientId = "c1", Words = Words, Mood = "merry" }));

        Assert.Equal((Ani, "c1", Words, null), (read.Actor, read.ClientCommentId, read.Body, read.ReplyTo));
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void A_command_of_an_earlier_version_has_nothing_where_this_one_has_more()
    {
        var read = Assert.IsType<PostComment>(Downgraded<ThreadCommand, ThreadCommand>(new NextPost
            { Actor = Ani, ClientId = "c1", Words = Words, Found = null!, Labels = null!, Marks = null!, Others = null! }));

        Assert.Equal((Ani, null), (read.Actor, read.Addressee));
    }

    [Fact]
    public void A_command_that_this_version_does_not_know_is_an_error_and_not_something_else() =>
        Assert.ThrowsAny<SerializerException>(() => Downgraded<ThreadCommand, ThreadCommand>(new NextPin { Actor = Ani, Number = 1 }));

    [Fact]
    public void Outcomes_are_read_both_ways()
    {
        var sent = new CommandOutcome { Refusal = new Refusal(RefusalCode.StaleRevision, 4), Position = new ThreadPosition(1, 2), Number = 3, Status = CommentStatus.Pending, At = DateTimeOffset.UnixEpoch };
        var up = Upgraded<CommandOutcome, NextOutcome>(sent);
        var down = Downgraded<NextOutcome, CommandOutcome>(up with { Advice = "rest" });

        Assert.Equal((sent.Refusal, sent.Position, 3, null), (up.Refusal, up.Position, up.Number, up.Advice));
        Assert.Equal(sent, down);
    }

    [Fact]
    public void Batches_are_read_both_ways()
    {
        var up = Upgraded<ThreadBatch, NextBatch>(new ThreadBatch(1, 2, 3, 4, [new byte[] { 5, 6 }]));
        var down = Downgraded<NextBatch, ThreadBatch>(up with { Encoding = "zip" });

        Assert.Equal((1, 2, 3, 4, null), (up.Epoch, up.After, up.Head, up.Opening, up.Encoding));
        Assert.Equal((1, 2, 3, 4), (down.Epoch, down.After, down.Head, down.Opening));
        Assert.Equal(new byte[] { 5, 6 }, Assert.Single(down.Entries).ToArray());
    }

    [Fact]
    public void Answers_to_a_watch_are_read_both_ways()
    {
        var sent = new WatchAnswer(new ThreadPosition(1, 2), 3, Silo);
        var up = Upgraded<WatchAnswer, NextAnswer>(sent);

        Assert.Equal(new NextAnswer(sent.Position, 3, Silo, null), up);
        Assert.Equal(sent, Downgraded<NextAnswer, WatchAnswer>(up with { Extra = [1, 2, 3] }));
    }

    public void Dispose()
    {
        _this.Dispose();
        _next.Dispose();
    }

    private TNext Upgraded<TThis, TNext>(TThis sent) => Send<TThis, TNext>(_this, _next, sent);

    private TThis Downgraded<TNext, TThis>(TNext sent) => Send<TNext, TThis>(_next, _this, sent);

    private static TRead Send<TSent, TRead>(ServiceProvider from, ServiceProvider to, TSent sent) =>
        to.GetRequiredService<Serializer<TRead>>().Deserialize(from.GetRequiredService<Serializer<TSent>>().SerializeToArray(sent))!;

    private static ServiceProvider Build(Action<IServiceCollection> shape)
    {
        var services = new ServiceCollection().AddSerializer();
        shape(services);
        return services.BuildServiceProvider();
    }
}
