using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Telemetry;

public class MetricsTests(DevelopmentServer fixture)
{
    [Fact]
    public async Task Operators_see_how_threads_are_written_and_nothing_of_what_is_written()
    {
        var thread = ServerFixture.NewThread();
        using var ada = fixture.Server.As("ada-lovelace");
        await ada.PostCommentAsync(thread, "a whisper").JsonAsync();

        var metrics = await fixture.Server.Anybody.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("realtime_append_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.Contains("le=\"0.0025\"", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("ada-lovelace", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(thread[(thread.LastIndexOf('/') + 1)..], metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("whisper", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fenced_append_can_be_alerted_on_before_there_was_one()
    {
        var metrics = await fixture.Server.Anybody.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches(@"realtime_append_fenced_total(\{[^}]*\})? \d", metrics);
        Assert.Matches(@"realtime_epochs_total(\{[^}]*\})? \d", metrics);
    }
}
