using Realtime.LoadTest.Clusters;
using Realtime.LoadTest.Readers;

namespace Realtime.LoadTest.Runs;

/// <summary>Connects everybody, then decides one thing after the other, each once everybody has the one before.</summary>
internal sealed class TakedownRun(LoadCluster cluster, TakedownPlan plan, TimeProvider time)
{
    private const string Article = "takedown";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Rest = TimeSpan.FromMilliseconds(100);

    public async Task<IReadOnlyList<TakedownResult>> RunAsync(CancellationToken cancellation)
    {
        using var newsroom = new Newsroom(cluster.Addresses, Article);
        await newsroom.PostAsync("author", cancellation);
        await using var crowd = await Crowd.ConnectAsync(cluster.Addresses, newsroom, plan, time, cancellation);
        return
        [
            await TakeDownAsync(newsroom, crowd, cancellation),
            await BanAsync(newsroom, crowd, cancellation),
        ];
    }

    private async Task<TakedownResult> TakeDownAsync(Newsroom newsroom, Crowd crowd, CancellationToken cancellation)
    {
        var result = new TakedownResult("takedown");
        for (var i = 0; i < plan.Takedowns; i++)
        {
            var posted = crowd.Await(plan.Readers).For("posted");
            var number = await newsroom.PostAsync("author", cancellation);
            await posted.AllAsync(Patience, cancellation);
            await Task.Delay(Rest, time, cancellation);
            var gone = crowd.Await(plan.Readers).For("removed", number);
            await TakeAsync(result, gone, newsroom.RejectAsync(number, cancellation), cancellation);
        }

        return result;
    }

    private async Task<TakedownResult> BanAsync(Newsroom newsroom, Crowd crowd, CancellationToken cancellation)
    {
        var result = new TakedownResult("ban");
        for (var i = 0; i < plan.Bans; i++)
        {
            var person = plan.PersonOf(i * (plan.Readers / plan.Bans));
            var told = crowd.Await(plan.Readers / plan.Bans).ForBanOf(person);
            await TakeAsync(result, told, newsroom.BanAsync(person, cancellation), cancellation);
        }

        return result;
    }

    private async Task TakeAsync(TakedownResult result, Wave wave, Task decision, CancellationToken cancellation)
    {
        var sent = wave.Began;
        await decision;
        var answered = time.GetElapsedTime(sent);
        result.Take(await wave.AllAsync(Patience, cancellation), wave.Expected, answered);
        await Task.Delay(Rest, time, cancellation);
    }
}
