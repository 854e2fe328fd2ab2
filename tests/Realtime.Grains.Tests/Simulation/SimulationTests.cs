using Xunit;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>A failing seed is the test's argument: the same seed fails again in the same way.</summary>
public class SimulationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(2026)]
    [InlineData(1033)]
    [InlineData(1049)]
    public void Whatever_happens_nothing_acknowledged_is_lost_or_doubled_and_all_readers_see_one_order(int seed) =>
        Report(new ThreadSimulation(seed), simulation => Assert.True(simulation.Activations > 10));

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void When_the_store_loses_entries_readers_are_told_to_reset_and_agree_again(int seed) =>
        Report(new ThreadSimulation(seed) { LosesEntries = true }, simulation => Assert.True(simulation.Resets > 0));

    [Theory]
    [InlineData(8)]
    [InlineData(106)]
    [InlineData(109)]
    public void Where_comments_wait_and_are_judged_all_readers_see_what_is_left_in_one_order(int seed) =>
        Report(new ThreadSimulation(seed) { IsModerated = true }, simulation => Assert.True(simulation.Activations > 10));

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        var (first, second) = (new ThreadSimulation(7) { StepsPerCommenter = 40 }, new ThreadSimulation(7) { StepsPerCommenter = 40 });
        first.Run();
        second.Run();
        Assert.Equal(first.TurnsTaken, second.TurnsTaken);
    }

    private void Report(ThreadSimulation simulation, Action<ThreadSimulation> check)
    {
        simulation.Run();
        output.WriteLine($"{simulation.TurnsTaken} turns, {simulation.Activations} activations, {simulation.Resets} resets");
        check(simulation);
    }
}
