using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Projections;
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
            await EraseElsewhereAsync(site, person, cancellation);
            await people.ForgetAsync(site, person);
            return new Erasure(threads, comments);
        }
        catch (Exception e) when (e is not (JournalUnavailableException or OperationCanceledException))
        {
            throw new JournalUnavailableException("The erasure is not finished.", outcomeUnknown: true, e);
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
    private async Task EraseElsewhereAsync(SiteId site, UserId person, CancellationToken cancellation)
    {
        await EraseAsync(QueueGrain.KeyOf(site), person, key => grains.GetGrain<IQueueGrain>(key), cancellation);
        await EraseAsync(new JournalKey(site.Value), person, key => grains.GetGrain<ISiteGrain>(key), cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(progress.CommentersAsync(site, cancellation), parallel, async (commenter, stop) =>
        {
            var key = CommenterGrain.KeyOf(site, commenter);
            // What others wrote to them is in their own without their id.
            if (commenter == person) await grains.GetGrain<ICommenterGrain>(key.Value).AsReference<IErasingGrain>().Erase(person);
            else await EraseAsync(key, person, name => grains.GetGrain<ICommenterGrain>(name), stop);
        });
    }

    private async Task EraseAsync(JournalKey key, UserId person, Func<string, IAddressable> grainOf, CancellationToken cancellation)
    {
        if (await _traces.AreInAsync(key, person, cancellation)) await grainOf(key.Value).AsReference<IErasingGrain>().Erase(person);
    }
}
