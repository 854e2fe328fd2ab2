using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Screening;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Commenting;

/// <summary>What the site's screening makes of words on their way into a thread.</summary>
public sealed class ScreeningTests(ScreeningServer fixture) : IAsyncLifetime
{
    private const string Long = "The bridge over the river is far too narrow for two buses to pass each other";

    private readonly RunningServer _server = fixture.Server;
    private readonly TestSite _site = new(fixture.Server);

    private string Thread => _site.Thread;

    public async ValueTask InitializeAsync()
    {
        await _site.SetAsync("policy", new { rules = new[] { new { number = 1, title = "Be civil", text = "" }, new { number = 2, title = "No advertising", text = "" } } });
        await _site.SetAsync("policy/words", new { banned = new[] { "blorp" }, suspect = new[] { "grumble" } });
        await _site.SetAsync("policy/screening", new
        {
            steps = new object[]
            {
                new { step = "repeats", action = "reject" }, new { step = "floods", action = "hold" }, new { step = "words", action = "reject", rule = 1 },
                new { step = "links", action = "hold", rule = 2 }, new { step = "personalAttacks", action = "hold", rule = 1 },
            },
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_banned_word_is_refused_with_the_rule_and_the_place_and_not_with_the_entry()
    {
        var problem = await _server.As("ada").PostCommentAsync(Thread, "This is bl0rp indeed").IsRefusedAsync(422, "comment_refused");

        Assert.Equal((1, "Be civil"), (problem.GetProperty("rule").GetInt32(), problem.GetProperty("detail").GetString()));
        var span = Assert.Single(problem.GetProperty("spans").EnumerateArray());
        Assert.Equal((8, 5), (span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()));
        Assert.DoesNotContain("blorp", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, (await _server.As("ada").PageAsync(Thread)).GetProperty("commentCount").GetInt32());
    }

    [Fact]
    public async Task The_hub_refuses_in_the_same_words()
    {
        await using var ada = await HubReader.ConnectAsync(_server, Tokens.For("ada"));
        var post = new PostRequest { ClientCommentId = "a", Body = "This is blorp" };

        var refused = await ada.Hub.InvokeAsync("Post", _site.Id, "an-article", post).IsRefusedAsync("comment_refused");
        var asked = await ada.Hub.InvokeAsync("Post", _site.Id, "an-article", post with { Body = "What a grumble" }).IsRefusedAsync("comment_may_break_rule");
        var held = await ada.Hub.InvokeAsync<PostedComment>("Post", _site.Id, "an-article", post with { Body = "What a grumble", Warned = true });

        Assert.Equal((1, "Be civil", 8), (
            refused.GetProperty("rule").GetInt32(), refused.GetProperty("detail").GetString(), refused.GetProperty("spans")[0].GetProperty("start").GetInt32()));
        Assert.Equal((1, 7), (asked.GetProperty("rule").GetInt32(), asked.GetProperty("spans")[0].GetProperty("start").GetInt32()));
        Assert.Equal("pending", held.Comment.Status);
    }

    [Fact]
    public async Task A_doubtful_comment_is_asked_about_once_and_then_waits_for_a_moderator()
    {
        var problem = await _server.As("ada").PostCommentAsync(Thread, "What a grumble").IsRefusedAsync(422, "comment_may_break_rule");
        await SubmitAsync("a", "What a grumble", warned: true).IsAnsweredAsync(202, "pending");

        Assert.Equal((1, "Be civil"), (problem.GetProperty("rule").GetInt32(), problem.GetProperty("detail").GetString()));
        Assert.Equal("pending", await _server.As("ada").StatusAsync(Thread, 1));
        await _server.As("bob").GetAsync($"{Thread}/comments/1").IsRefusedAsync(404, "comment_unknown");
        Assert.Equal(0, (await _server.Anybody.PageAsync(Thread)).GetProperty("commentCount").GetInt32());
    }

    [Fact]
    public async Task What_was_found_is_for_moderators_only()
    {
        await SubmitAsync("a", "What a grumble", warned: true).JsonAsync();

        var (moderators, authors) = (await _site.Moderator.ReadAsync(Thread, 1), await _server.As("ada").ReadAsync(Thread, 1));

        Assert.Equal("words", Assert.Single(moderators.GetProperty("findings").EnumerateArray()).GetProperty("step").GetString());
        Assert.False(authors.TryGetProperty("findings", out _));
        Assert.DoesNotContain("findings", (await _server.As("ada").PageAsync(Thread)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_insult_by_name_hits_those_who_take_part()
    {
        await _server.As("garo").PostCommentAsync(Thread, "Hello").JsonAsync();

        await _server.As("ada").PostCommentAsync(Thread, "Garo is an idiot").IsRefusedAsync(422, "comment_may_break_rule");
        await _server.As("ada").PostCommentAsync(Thread, "The minister is an idiot").IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task The_repetition_of_a_post_is_answered_as_it_was_and_not_screened_again()
    {
        var first = await SubmitAsync("once", Long).JsonAsync();
        var held = await SubmitAsync("held", "What a grumble", warned: true).JsonAsync();
        await _site.SetAsync("policy/words", new { banned = new[] { "bridge", "grumble" } });

        var again = await SubmitAsync("once", Long).IsAnsweredAsync(200, "published");
        await SubmitAsync("held", "What a grumble").IsAnsweredAsync(200, "pending");

        Assert.Equal(first.GetProperty("comment").GetRawText(), again.GetRawText());
        Assert.Equal(1, held.GetProperty("comment").GetProperty("number").GetInt32() - first.GetProperty("comment").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task The_same_words_once_more_are_refused_also_under_another_article_and_to_its_author_only()
    {
        await SubmitAsync("a", Long).JsonAsync();

        var here = await SubmitAsync("b", Long + "!").IsRefusedAsync(422, "comment_refused");
        await Eventually.HoldsAsync("the repetition is known elsewhere", async () =>
        {
            using var elsewhere = await _server.As("ada").PostCommentAsync($"{_site.Path}/articles/other-{Guid.NewGuid():N}", Long);
            return (int)elsewhere.StatusCode == 422;
        });
        await _server.As("bob").PostCommentAsync(Thread, Long).IsAnsweredAsync(201, "published");

        Assert.False(here.TryGetProperty("rule", out _));
        Assert.False(here.TryGetProperty("spans", out _));
    }

    [Fact]
    public async Task What_somebody_has_taken_away_they_may_say_again()
    {
        await SubmitAsync("a", Long).JsonAsync();
        await _server.As("ada").DeleteAsync($"{Thread}/comments/1").JsonAsync();

        await SubmitAsync("b", Long).IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task Too_many_in_a_minute_wait_for_a_moderator()
    {
        for (var i = 1; i <= 5; i++) await _server.As("ada").PostCommentAsync(Thread, $"No. {i}").IsAnsweredAsync(201, "published");

        await _server.As("ada").PostCommentAsync(Thread, "No. 6").IsAnsweredAsync(202, "pending");
        await _server.As("bob").PostCommentAsync(Thread, "No. 1").IsAnsweredAsync(201, "published");
    }

    [Fact]
    public async Task An_edit_is_screened_and_no_repetition_of_itself()
    {
        await SubmitAsync("a", Long).JsonAsync();
        var ada = _server.As("ada");

        await EditAsync(1, "Now it says blorp").IsRefusedAsync(422, "comment_refused");
        await EditAsync(1, "Now it is a grumble").IsRefusedAsync(422, "comment_may_break_rule");
        await EditAsync(1, Long + ".").IsAnsweredAsync(200, "published");
        await EditAsync(2, "Now it is a grumble", warned: true).IsAnsweredAsync(200, "pending");

        Assert.Equal("Now it is a grumble", (await ada.ReadAsync(Thread, 1)).GetProperty("text").GetString());
        Assert.DoesNotContain("grumble", (await _server.Anybody.PageAsync(Thread)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("removed", await _server.Anybody.StatusAsync(Thread, 1));
    }

    [Fact]
    public async Task The_repetition_of_an_edit_is_answered_as_it_was()
    {
        await SubmitAsync("a", "Hello").JsonAsync();
        var edit = new { revision = 1, body = "Hello, bridge", clientEditId = "e" };
        await _server.As("ada").PutAsJsonAsync($"{Thread}/comments/1", edit).JsonAsync();
        await _site.SetAsync("policy/words", new { banned = new[] { "bridge" } });

        Assert.Equal(2, (await _server.As("ada").PutAsJsonAsync($"{Thread}/comments/1", edit).IsAnsweredAsync(200, "published")).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task People_of_the_house_are_not_screened() =>
        await _server.As("vera", "staff").PostCommentAsync(Thread, "Do not say blorp, please").IsAnsweredAsync(201, "published");

    [Fact]
    public async Task A_stranger_waits_until_enough_of_theirs_has_been_published()
    {
        await _site.SetAsync("policy/screening", new { steps = new[] { new { step = "newCommenter", action = "hold" } }, limits = new { newUntilPublished = 1 } });
        var ada = _server.As("ada");
        await ada.PostCommentAsync(Thread, "Hello").IsAnsweredAsync(202, "pending");
        await _site.Moderator.ApproveAsync(Thread, 1);

        await Eventually.HoldsAsync("ada is no stranger any more", async () =>
            (await ada.PostCommentAsync(Thread, "Hello").JsonAsync()).GetProperty("comment").GetProperty("status").GetString() == "published");
    }

    [Fact]
    public async Task Who_was_rejected_lately_waits()
    {
        await _site.SetAsync("policy/screening", new { steps = new[] { new { step = "recentHistory", action = "hold" } }, limits = new { rejectedFromComments = 1, rejectedShare = 0.01 } });
        var ada = _server.As("ada");
        await ada.PostCommentAsync(Thread, "Hello").IsAnsweredAsync(201, "published");
        await _site.Moderator.RejectAsync(Thread, 1);

        await Eventually.HoldsAsync("the rejection is known", async () =>
            (await ada.PostCommentAsync(Thread, "Hello").JsonAsync()).GetProperty("comment").GetProperty("status").GetString() == "pending");
    }

    [Fact]
    public async Task The_sites_hook_is_asked_who_says_what_and_its_tags_stay_with_the_moderators()
    {
        await using var hook = await OtherServer.SayingAsync("""{ "verdict": "hold", "rule": 2, "tags": ["sports"] }""");
        await _site.AddSecretAsync("key", "hook", "the secret of the hook, long enough");
        await _site.SetAsync("settings", new { hookAddress = hook.Address });
        await _site.SetAsync("policy/screening", new { nudges = false, steps = new[] { new { step = "external", action = "reject" } } });

        await _server.As("ada").PostCommentAsync(Thread, "Some words").IsAnsweredAsync(202, "pending");
        await _server.As("ada").PutAsJsonAsync($"{Thread}/comments/1", new { revision = 1, body = "Other words" }).JsonAsync();

        var asked = hook.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement).ToList();
        Assert.Equal(["new", "edit"], asked.Select(it => it.GetProperty("action").GetString()));
        Assert.Equal(("ada", "Some words"), (asked[0].GetProperty("author").GetProperty("id").GetString(), asked[0].GetProperty("comment").GetProperty("text").GetString()));
        Assert.Equal(1, asked[1].GetProperty("comment").GetProperty("number").GetInt32());
    }

    private Task<HttpResponseMessage> SubmitAsync(string id, string body, bool? warned = null) =>
        _server.As("ada").PostAsJsonAsync($"{Thread}/comments", new { clientCommentId = id, body, warned });

    private Task<HttpResponseMessage> EditAsync(int revision, string body, bool? warned = null) =>
        _server.As("ada").PutAsJsonAsync($"{Thread}/comments/1", new { revision, body, warned });
}
