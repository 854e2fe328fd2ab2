using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Grains.Replicas;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Counts;

public class CountTests(DevelopmentServer fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task Counts_are_of_the_comments_that_readers_can_see()
    {
        var (talked, silent) = (ServerFixture.NewThread(), ServerFixture.NewThread());
        var ada = _server.As("ada");
        for (var i = 0; i < 3; i++) await ada.PostCommentAsync(talked).JsonAsync();
        await ada.DeleteAsync($"{talked}/comments/2").JsonAsync();

        var counts = (await _server.Anybody.GetAsync($"/api/v1/sites/gazette/counts?article={Id(talked)}&article={Id(silent)}&article={Id(talked)}").JsonAsync())
            .GetProperty("counts");

        Assert.Equal(2, counts.GetProperty(Id(talked)).GetInt32());
        Assert.Equal(0, counts.GetProperty(Id(silent)).GetInt32());
    }

    [Fact]
    public async Task Articles_that_nobody_here_reads_are_counted_by_the_projection_and_not_opened()
    {
        var (site, articles) = (new SiteId("counted"), new[] { new ArticleId("told"), new ArticleId("untold") });
        await _server.Services.GetRequiredService<ICounts>().KeepAsync(new ThreadKey(site, articles[0]), 7);

        var counts = (await _server.Anybody.GetAsync("/api/v1/sites/counted/counts?article=told&article=untold").JsonAsync()).GetProperty("counts");

        Assert.Equal((7, 0), (counts.GetProperty("told").GetInt32(), counts.GetProperty("untold").GetInt32()));
        Assert.All(articles, article => Assert.Null(_server.Services.GetRequiredService<IThreadReplicas>().Find(new ThreadKey(site, article))));
    }

    [Fact]
    public async Task At_most_a_hundred_articles_are_counted_at_once()
    {
        var ids = Enumerable.Range(1, 101).Select(i => $"article=a{i}").ToList();
        await _server.Anybody.GetAsync($"/api/v1/sites/gazette/counts?{string.Join('&', ids)}").IsRefusedAsync(400, "request_malformed");
        await _server.Anybody.GetAsync($"/api/v1/sites/gazette/counts?{string.Join('&', ids.Skip(1))}").JsonAsync();
    }

    [Theory]
    [InlineData("/api/v1/sites/gazette/counts", "request_malformed")]
    [InlineData("/api/v1/sites/gazette/counts?article=", "article_invalid")]
    [InlineData("/api/v1/sites/gazette/counts?article=a%2Fb", "article_invalid")]
    [InlineData("/api/v1/sites/-/counts?article=a", "site_invalid")]
    public async Task Counts_that_cannot_be_are_refused(string path, string code) => await _server.Anybody.GetAsync(path).IsRefusedAsync(400, code);

    private static string Id(string thread) => thread[(thread.LastIndexOf('/') + 1)..];
}
