using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Commenting;
using Realtime.Server.Moderation;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Moderation;

public class DecisionTests(DevelopmentServer fixture, ProductionServer production)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly TestSite _site = new(fixture.Server);

    private string Thread => _site.Thread;

    private HttpClient Other => _server.As("another-moderator", "moderator");

    [Fact]
    public async Task An_approved_comment_comes_to_readers_in_its_place()
    {
        await _site.Moderator.ReviewAsync(Thread);
        await _server.As("ada").PostCommentAsync(Thread, "First").IsAnsweredAsync(202, "pending");
        await _server.As("bob").PostCommentAsync(Thread, "Second").IsAnsweredAsync(202, "pending");
        await using var reader = await HubReader.ConnectAsync(_server);
        var watched = await reader.WatchAsync(Thread);

        var approved = await _site.Moderator.ApproveAsync(Thread, 2);
        var frame = Assert.Single(await reader.FramesAsync(watched.Sequence, watched.Sequence + 1));

        Assert.Equal("published", approved.GetProperty("comment").GetProperty("status").GetString());
        Assert.Equal((2, "posted"), (Assert.Single(frame.Changes).Comment?.Number, frame.Changes[0].Type));
        Assert.Equal(approved.GetProperty("position").GetString(), (await _server.Anybody.PageAsync(Thread)).GetProperty("position").GetString());
        Assert.Equal([2], (await _server.Anybody.PageAsync(Thread)).Numbers());
    }

    [Fact]
    public async Task A_rejected_comment_leaves_a_tombstone_and_its_author_learns_why_but_not_from_whom()
    {
        await _server.As("ada").PostCommentAsync(Thread, "Bad words").JsonAsync();
        var decided = (await _site.Moderator.DecideAsync(Thread, 1, new { decision = "reject", reason = "abusive", rule = 3, note = "Please be *kind*.", revision = 1 }).JsonAsync())
            .GetProperty("comment");
        var (author, reader) = (await _server.As("ada").ReadAsync(Thread, 1), await _server.Anybody.ReadAsync(Thread, 1));

        Assert.Equal(("reject", "the-moderator", 1), (
            decided.GetProperty("decided").GetProperty("decision").GetString(), decided.GetProperty("decided").GetProperty("by").GetProperty("id").GetString(),
            decided.GetProperty("decided").GetProperty("count").GetInt32()));
        Assert.Equal(("rejected", "abusive", 3, "Please be *kind*."), (
            author.GetProperty("status").GetString(), author.GetProperty("reason").GetString(), author.GetProperty("rule").GetInt32(), author.GetProperty("note").GetString()));
        Assert.Contains("Bad words", author.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("moderator", author.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("rejected", reader.GetProperty("status").GetString());
        Assert.All(["html", "author", "reason", "rule", "note", "decided"], hidden => Assert.False(reader.TryGetProperty(hidden, out _), hidden));
    }

    [Fact]
    public async Task The_second_moderator_hears_who_was_first_and_when_and_may_decide_knowing_it()
    {
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();
        var first = (await _site.Moderator.RejectAsync(Thread, 1)).GetProperty("comment").GetProperty("decided");

        var problem = await Other.DecideAsync(Thread, 1, new { decision = "approve", revision = 1 }).IsRefusedAsync(409, "already_decided");
        var known = await Other.DecideAsync(Thread, 1, new { decision = "restore", revision = 1, after = first.GetProperty("count").GetInt32() }).JsonAsync();

        var decided = problem.GetProperty("decided");
        Assert.Equal(("reject", "the-moderator", "THE-MODERATOR"), (
            decided.GetProperty("decision").GetString(), decided.GetProperty("by").GetProperty("id").GetString(), decided.GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal(first.GetProperty("at").GetDateTime(), decided.GetProperty("at").GetDateTime());
        Assert.Equal("published", known.GetProperty("comment").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Moderators_decide_over_the_hub_too(bool messagePack)
    {
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();
        await using var first = await HubReader.ConnectAsync(_server, Tokens.For("mo", "moderator"), messagePack);
        await using var second = await HubReader.ConnectAsync(_server, Tokens.For("vera", "moderator"), messagePack);
        var reject = new DecisionRequest { Decision = "reject", Reason = "spam", Revision = 1 };

        var decided = await first.Hub.InvokeAsync<ChangedComment>("Decide", _site.Id, "an-article", 1, reject);
        var refused = await second.Hub.InvokeAsync("Decide", _site.Id, "an-article", 1, reject).IsRefusedAsync("already_decided");
        await using var commenter = await HubReader.ConnectAsync(_server, Tokens.For("ada"), messagePack);
        await commenter.Hub.InvokeAsync("Decide", _site.Id, "an-article", 1, reject).IsRefusedAsync("not_allowed");

        Assert.Equal(("rejected", "mo"), (decided.Comment.Status, decided.Comment.Decided?.By.Id));
        Assert.Equal(("reject", "mo"), (refused.GetProperty("decided").GetProperty("decision").GetString(), refused.GetProperty("decided").GetProperty("by").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Nobody_decides_about_words_that_they_have_not_seen()
    {
        await _server.As("ada").PostCommentAsync(Thread, "Harmless").JsonAsync();
        await _server.As("ada").SendJsonAsync(HttpMethod.Put, $"{Thread}/comments/1", """{"revision":1,"body":"Not harmless"}""").JsonAsync();

        var problem = await _site.Moderator.DecideAsync(Thread, 1, new { decision = "approve", revision = 1 }).IsRefusedAsync(409, "stale_revision");

        Assert.Equal(2, problem.GetProperty("newerRevision").GetInt32());
    }

    [Theory]
    [InlineData("{}", 400, "request_malformed")]
    [InlineData("""{"decision":"approve"}""", 400, "request_malformed")]
    [InlineData("""{"decision":"destroy","revision":1}""", 422, "decision_unknown")]
    [InlineData("""{"decision":"reject","revision":1}""", 422, "decision_reason_unknown")]
    [InlineData("""{"decision":"reject","revision":1,"reason":"because"}""", 422, "decision_reason_unknown")]
    [InlineData("""{"decision":"restore","revision":1}""", 409, "decision_impossible")]
    [InlineData("""{"decision":"reject","revision":1,"reason":"spam","rule":0}""", 400, "request_malformed")]
    [InlineData("""{"decision":"reject","revision":1,"reason":"spam","note":"a\u0000b"}""", 400, "request_malformed")]
    [InlineData("""{"decision":"move","revision":1}""", 400, "article_invalid")]
    [InlineData("""{"decision":"move","revision":1,"to":"an-article"}""", 409, "decision_impossible")]
    public async Task A_decision_that_makes_no_sense_is_refused(string json, int status, string code)
    {
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();

        await _site.Moderator.SendJsonAsync(HttpMethod.Post, $"{Thread}/comments/1/decisions", json).IsRefusedAsync(status, code);
        await _site.Moderator.DecideAsync(Thread, 7, new { decision = "approve", revision = 1 }).IsRefusedAsync(404, "comment_unknown");
    }

    [Fact]
    public async Task A_rule_that_the_policy_does_not_have_is_told_to_nobody()
    {
        await _site.SetAsync("policy", new { rules = new[] { new { number = 2, title = "Be civil", text = "" } } });
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();

        await _site.Moderator.DecideAsync(Thread, 1, new { decision = "reject", reason = "spam", rule = 3, revision = 1 }).IsRefusedAsync(400, "request_malformed");
        await _site.Moderator.DecideAsync(Thread, 1, new { decision = "reject", reason = "spam", rule = 2, revision = 1 }).JsonAsync();
    }

    [Fact]
    public async Task Staff_put_comments_forward_and_reject_none()
    {
        await _server.As("ada").PostCommentAsync(Thread).JsonAsync();
        var staff = _server.As("vera", "staff");

        await staff.DecideAsync(Thread, 1, new { decision = "reject", reason = "spam", revision = 1 }).IsRefusedAsync(403, "not_allowed");
        await staff.DecideAsync(Thread, 1, new { decision = "feature", revision = 1 }).JsonAsync();
        var pinned = await staff.DecideAsync(Thread, 1, new { decision = "pin", revision = 1 }).JsonAsync();

        Assert.True(pinned.GetProperty("comment").GetProperty("pinned").GetBoolean());
        Assert.True((await _server.Anybody.ReadAsync(Thread, 1)).GetProperty("featured").GetBoolean());
        Assert.Equal([1], (await _server.Anybody.PageAsync(Thread)).GetProperty("pinned").EnumerateArray().Select(number => number.GetInt32()));
    }

    [Fact]
    public async Task What_is_moved_says_where_it_goes_on()
    {
        await _server.As("ada").PostCommentAsync(Thread, "Off topic").JsonAsync();
        await _server.As("bob").PostCommentAsync(Thread, "Indeed", replyTo: 1).JsonAsync();

        await _site.Moderator.DecideAsync(Thread, 1, new { decision = "move", revision = 1, to = "elsewhere" }).JsonAsync();

        foreach (var number in new[] { 1, 2 })
        {
            var left = await _server.Anybody.ReadAsync(Thread, number);
            Assert.Equal(("moved", "elsewhere"), (left.GetProperty("status").GetString(), left.GetProperty("movedTo").GetString()));
        }
    }

    [Fact]
    public async Task Nothing_is_moved_to_an_article_that_nobody_has_registered()
    {
        var thread = ServerFixture.NewThread();
        await production.Server.As("pub", "publisher").SendJsonAsync(HttpMethod.Put, thread, """{"title":"The bridge"}""").JsonAsync();
        await production.Server.As("ada").PostCommentAsync(thread).JsonAsync();

        await production.Server.As("mo", "moderator").DecideAsync(thread, 1, new { decision = "move", revision = 1, to = "nowhere" }).IsRefusedAsync(404, "article_unknown");
    }
}
