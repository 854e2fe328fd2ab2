using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Demo;

public class DemoTests(DevelopmentServer development, ProductionServer production)
{
    [Fact]
    public async Task The_demo_is_an_article_whose_discussion_has_begun()
    {
        var page = await development.Server.Anybody.GetStringAsync("/");
        await development.Server.Anybody.GetStringAsync("/");
        var thread = await development.Server.Anybody.GetAsync("/api/v1/sites/demo/articles/harbour-bridge/comments").JsonAsync();

        Assert.Contains("<realtime-thread", page, StringComparison.Ordinal);
        Assert.Equal([4, 3, 2, 1], thread.Numbers());
        Assert.NotEmpty(thread.GetProperty("article").GetProperty("title").GetString()!);
    }

    [Fact]
    public Task Elsewhere_than_in_Development_there_is_none() => production.Server.Anybody.GetAsync("/").IsRefusedAsync(404, "not_found");
}
