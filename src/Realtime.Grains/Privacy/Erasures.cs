using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Commenters;
using Realtime.Grains.Queue;
using Realtime.Grains.Sites;

namespace Realtime.Grains.Privacy;

internal sealed class Erasures(IGrainFactory grains, IJournal journal, IProjectionProgress progress, IPeople people) : IErasures
{
    private const int AtOnce = 4;

    /// <summary>A comment that is moved meanwhile comes to a thread that has been looked at already.</summary>
    private const int Rounds = 3;

    private readonly Traces _traces = new(journal);

    public async Task<Erasure> EraseAsync(SiteId site, UserId person, Actor by, CancellationToken cancellation)
    {
        try
        {
            var comments = await people.CountAsync(site, person, cancellation);
            var (threads, refusal) = await EraseThreadsAsync(site, new ErasePerson { Actor = by, User = person }, cancellation);
            if (refusal is not null) return new Erasure(threads, comments, refusal);
            var others = await EraseElsewhereAsync(site, person, cancellation);
            await people.ForgetAsync(site, person);
            return new Erasure(threads, comments) { Others = others };
        }
        catch (Exception e) when (e is not (JournalUnavailableException or OperationCanceledException))
        {
            throw Unfinished(e);
        }
    }

    public async Task<Erasure> EraseEverywhereAsync(UserId person, Actor by, CancellationToken cancellation)
    {
        if (!by.May(Permission.EraseEverywhere)) return new Erasure(0, 0, new Refusal(RefusalCode.NotAllowed));
        var erased = new Erasure(0, 0);
        await foreach (var site in progress.SitesAsync(cancellation))
            if ((erased = erased.And(await EraseAsync(site, person, by, cancellation))).Refusal is not null)
                return erased;
        try
        {
            return erased with { Others = erased.Others + await EraseAsync(new JournalKey(Site.Everywhere.Value), person, SiteGrain, cancellation) };
        }
        catch (Exception e) when (e is not (JournalUnavailableException or OperationCanceledException))
        {
            throw Unfinished(e);
        }
    }

    private async Task<(int Threads, Refusal? Refusal)> EraseThreadsAsync(SiteId site, ErasePerson command, CancellationToken cancellation)
    {
        var erased = new HashSet<ThreadKey>();
        for (var round = 0; round < Rounds; round++)
        {
            var found = 0;
            await foreach (var thread in progress.ThreadsAsync(site, cancellation))
            {
                if (!await _traces.AreInAsync(thread.Journal, command.User, cancellation)) continue;
                var outcome = await grains.GetGrain<IErasingThreadGrain>(thread.ToString()).Erase(command);
                if (outcome.Refusal is { } refusal) return (erased.Count, refusal);
                erased.Add(thread);
                found++;
            }

            if (found == 0) break;
        }

        return (erased.Count, null);
    }

    /// <summary>Behind the threads, which tell the queue and the inboxes first what has gone.</summary>
    private async Task<int> EraseElsewhereAsync(SiteId site, UserId person, CancellationToken cancellation)
    {
        var found = await EraseAsync(QueueGrain.KeyOf(site), person, key => grains.GetGrain<IQueueGrain>(key), cancellation);
        found += await EraseAsync(new JournalKey(site.Value), person, SiteGrain, cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(progress.CommentersAsync(site, cancellation), parallel, async (commenter, stop) =>
        {
            var key = CommenterGrain.KeyOf(site, commenter);
            // What others wrote to them is in their own without their id.
            if (commenter == person || await _traces.AreInAsync(key, person, stop))
                Interlocked.Add(ref found, await EraseInAsync(key, person, grains.GetGrain<ICommenterGrain>(key.Value), stop));
        });
        return found;
    }

    private async Task<int> EraseAsync(JournalKey key, UserId person, Func<string, IAddressable> grainOf, CancellationToken cancellation) =>
        await _traces.AreInAsync(key, person, cancellation) ? await EraseInAsync(key, person, grainOf(key.Value), cancellation) : 0;

    /// <summary>1 when there was something to erase: the journal is then gone, or goes on in another epoch.</summary>
    private async Task<int> EraseInAsync(JournalKey key, UserId person, IAddressable grain, CancellationToken cancellation)
    {
        var before = await EpochOfAsync(key, cancellation);
        await grain.AsReference<IErasingGrain>().Erase(person);
        return await EpochOfAsync(key, cancellation) == before ? 0 : 1;
    }

    private async Task<long> EpochOfAsync(JournalKey key, CancellationToken cancellation) => (await journal.ReadAsync(key, after: 0, max: 1, cancellation)).Epoch;

    private ISiteGrain SiteGrain(string key) => grains.GetGrain<ISiteGrain>(key);

    private static JournalUnavailableException Unfinished(Exception cause) => new("The erasure is not finished.", outcomeUnknown: true, cause);
}
