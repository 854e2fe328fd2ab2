using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Health;

public class HealthTests(ProductionServer fixture)
{
    [Fact]
    public async Task The_process_says_that_it_runs() =>
        Assert.Equal("Healthy", await fixture.Server.Anybody.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_ready_server_says_what_an_acknowledgement_is_worth()
    {
        var report = await fixture.Server.Anybody.GetAsync("/health/ready").JsonAsync();

        var store = report.GetProperty("checks").GetProperty("store");
        Assert.Equal("Healthy", report.GetProperty("status").GetString());
        Assert.Equal("embedded", store.GetProperty("data").GetProperty("kind").GetString());
        Assert.Equal("OnDisk", store.GetProperty("data").GetProperty("durability").GetString());
        Assert.Equal("Active", report.GetProperty("checks").GetProperty("silo").GetProperty("data").GetProperty("state").GetString());
    }
}
