using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Privacy;

/// <summary>What an erasure has found.</summary>
/// <param name="Threads">Threads in which the person had left something.</param>
/// <param name="Comments">Comments they had written.</param>
/// <param name="Refusal">Why it was not begun, or not finished: repeat it then.</param>
public sealed record Erasure(int Threads, long Comments, Refusal? Refusal = null)
{
    /// <summary>Other journals in which something of the person stood: of sites, of queues, of people.</summary>
    public int Others { get; init; }

    /// <summary>Nothing of the person was anywhere.</summary>
    public bool FoundNothing => this is { Threads: 0, Comments: 0, Others: 0 };

    internal Erasure And(Erasure more) => new(Threads + more.Threads, Comments + more.Comments, more.Refusal) { Others = Others + more.Others };
}

/// <summary>Has sites forget a person.</summary>
public interface IErasures
{
    /// <summary>
    /// Answers once nothing of the person's words, name and id is left in the site's threads, its moderation queue, what others have of their own, the site's record of
    /// what moderators did, and the projections; what they had of their own is deleted. Whatever interrupts it, repeating it does the rest. It reads all journals of the site.
    /// </summary>
    /// <remarks>
    /// What stays: numbers, times and places; of a sanction in force the person's id, its kind and its end, since an erasure is no way out of a ban; what others wrote,
    /// also where they name the person; what the person, as a moderator, let others know of decisions and wrote into comments of others, without their name. An entry
    /// that this program cannot read is left as it is.
    /// </remarks>
    /// <param name="site">The site.</param>
    /// <param name="person">Whom.</param>
    /// <param name="by">The person themselves, or somebody who moderates.</param>
    /// <param name="cancellation">Leaves it unfinished.</param>
    /// <exception cref="JournalUnavailableException">The store, or who serves a journal, does not answer.</exception>
    Task<Erasure> EraseAsync(SiteId site, UserId person, Actor by, CancellationToken cancellation);

    /// <summary>The same on every site, and in what holds everywhere.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="by">Somebody who may (<see cref="Permission.EraseEverywhere"/>).</param>
    /// <param name="cancellation">Leaves it unfinished.</param>
    /// <exception cref="JournalUnavailableException">The store, or who serves a journal, does not answer.</exception>
    Task<Erasure> EraseEverywhereAsync(UserId person, Actor by, CancellationToken cancellation);
}
