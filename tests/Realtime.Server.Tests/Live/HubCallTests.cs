using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Realtime.Server.Commenting;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Live;

public class HubCallTests(DevelopmentServer fixture, ProductionServer production)
{
    private readonly RunningServer _server = fixture.Server;
    private readonly string _article = HubReader.Split(ServerFixture.NewThread()).Article;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commenter_does_over_the_hub_what_HTTP_offers(bool messagePack)
    {
        await using var ada = await HubReader.ConnectAsync(_server, Tokens.For("ada"), messagePack);

        var posted = await ada.Hub.InvokeAsync<PostedComment>("Post", "gazette", _article, new PostRequest { ClientCommentId = "a", Body = "*Hello*" });
        var again = await ada.Hub.InvokeAsync<PostedComment>("Post", "gazette", _article, new PostRequest { ClientCommentId = "a", Body = "*Hello*" });
        var edited = await ada.Hub.InvokeAsync<ChangedComment>("Edit", "gazette", _article, posted.Comment.Number, new EditRequest { Revision = 1, Body = "Bye" });
        await ada.Hub.InvokeAsync<ChangedThread>("React", "gazette", _article, 1, "like", true);
        await ada.Hub.InvokeAsync<ChangedThread>("Report", "gazette", _article, 1, new ReportRequest { Reason = "spam" });
        var removed = await ada.Hub.InvokeAsync<ChangedThread>("Remove", "gazette", _article, 1);

        Assert.Contains("<em>Hello</em>", posted.Comment.Html, StringComparison.Ordinal);
        Assert.Equal(posted.Comment.Number, again.Comment.Number);
        Assert.Equal(2, edited.Comment.Revision);
        Assert.NotEqual(edited.Position, removed.Position);
    }

    [Fact]
    public async Task Who_has_not_signed_in_may_watch_but_not_write()
    {
        await using var reader = await HubReader.ConnectAsync(_server);
        await reader.Hub.InvokeAsync<object>("Watch", "gazette", _article, null);

        await IsRefusedAsync("sign_in_required", reader.Hub.InvokeAsync("Post", "gazette", _article, new PostRequest { ClientCommentId = "a", Body = "Hello" }));
    }

    [Theory]
    [InlineData("no site!", "a", null, "site_invalid")]
    [InlineData("<script>", "a", null, "site_invalid")]
    [InlineData("gazette", "a/b", null, "article_invalid")]
    [InlineData("gazette", "a\u202Eb", null, "article_invalid")]
    [InlineData("gazette", "a", "nonsense", "position_invalid")]
    public async Task A_watch_that_makes_no_sense_is_refused(string site, string article, string? position, string code)
    {
        await using var reader = await HubReader.ConnectAsync(_server);

        await IsRefusedAsync(code, reader.Hub.InvokeAsync("Watch", site, article, position));
    }

    [Fact]
    public async Task An_article_that_the_publisher_has_not_registered_cannot_be_watched()
    {
        await using var reader = await HubReader.ConnectAsync(production.Server);

        await IsRefusedAsync("article_unknown", reader.Hub.InvokeAsync("Watch", "gazette", _article, null));
    }

    [Fact]
    public async Task A_refusal_names_the_newer_revision()
    {
        await using var ada = await HubReader.ConnectAsync(_server, Tokens.For("ada"));
        await ada.Hub.InvokeAsync("Post", "gazette", _article, new PostRequest { ClientCommentId = "a", Body = "Hello" });
        await ada.Hub.InvokeAsync("Edit", "gazette", _article, 1, new EditRequest { Revision = 1, Body = "Bye" });

        var refused = await IsRefusedAsync("stale_revision", ada.Hub.InvokeAsync("Edit", "gazette", _article, 1, new EditRequest { Revision = 1, Body = "Well" }));

        Assert.Contains("\"newerRevision\":2", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_does_not_exist_or_has_the_wrong_form_is_an_error_and_nothing_else_happens()
    {
        await using var ada = await HubReader.ConnectAsync(_server, Tokens.For("ada"));

        await Assert.ThrowsAsync<HubException>(() => ada.Hub.InvokeAsync("Destroy", "gazette"));
        await Assert.ThrowsAsync<HubException>(() => ada.Hub.InvokeAsync("Post", "gazette", _article, 7));
        await IsRefusedAsync("client_id_invalid", ada.Hub.InvokeAsync("Post", "gazette", _article, new PostRequest()));

        Assert.Equal(1, (await ada.Hub.InvokeAsync<PostedComment>("Post", "gazette", _article, new PostRequest { ClientCommentId = "a", Body = "Hello" })).Comment.Number);
    }

    private static async Task<string> IsRefusedAsync(string code, Task call)
    {
        var refused = await Assert.ThrowsAsync<HubException>(() => call);
        Assert.Contains($"\"code\":\"{code}\"", refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }
}
