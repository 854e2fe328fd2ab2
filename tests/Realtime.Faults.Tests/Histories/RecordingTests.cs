using Realtime.Faults.Checks;
using Realtime.Faults.Histories;
using Realtime.Faults.Tests.Checks;

namespace Realtime.Faults.Tests.Histories;

public sealed class RecordingTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("realtime-faults-test-").FullName;

    [Fact]
    public async Task A_history_is_read_as_it_was_recorded()
    {
        var told = Story.OfTwoComments().Gauged("memory", 1, 2).Info("op2x1").Told();

        await RecordAsync(told);
        var read = await History.LoadAsync(_directory, TestContext.Current.CancellationToken);

        Assert.Equal(told.Posts, read.Posts);
        Assert.Equal(told.Sightings.Count, read.Sightings.Count);
        Assert.Equal(told.Gauges, read.Gauges);
        Assert.Equal(told.QuietAt, read.QuietAt);
        Assert.Empty(Checker.Check(read));
    }

    [Fact]
    public async Task A_kept_history_fails_again_for_the_same_reasons()
    {
        var told = Story.OfTwoComments().Ok("op1x3", 3).Told();

        await RecordAsync(told);
        var read = await History.LoadAsync(_directory, TestContext.Current.CancellationToken);

        Assert.Equal(Checker.Check(told), Checker.Check(read));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task RecordAsync(History history)
    {
        await using var recorder = new HistoryRecorder(_directory);
        recorder.Record(history.Expectations);
        foreach (var post in history.Posts) recorder.Record(post);
        foreach (var sighting in history.Sightings) recorder.Record(sighting);
        foreach (var thread in history.Threads) recorder.Record(thread);
        foreach (var mark in history.Marks) recorder.Record(mark);
        foreach (var gauge in history.Gauges) recorder.Record(gauge);
    }
}
