using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Privacy;

/// <summary>What an erasure has found.</summary>
/// <param name="Threads">Threads in which the person had left something.</param>
/// <param name="Comments">Comments they had written.</param>
/// <param name="Refusal">Why it was not begun, or not finished: repeat it then.</param>
public sealed record Erasure(int Threads, long Comments, Refusal? Refusal = null);

/// <summary>Has a whole site forget a person.</summary>
public interface IErasures
{
    /// <summary>
    /// Answers once nothing of the person's words and name is left in the site's threads, its moderation queue, the inboxes of others and their own, the site's
    /// record of what moderators did, and the projections. Whatever interrupts it, repeating it does the rest. It reads all journals of the site.
    /// </summary>
    /// <remarks>
    /// What stays: numbers, times and places; the person's id where others ignore them, where they were given a role or sanctioned, and in the name of their own
    /// journal, which then holds nothing.
    /// </remarks>
    /// <param name="site">The site.</param>
    /// <param name="person">Whom.</param>
    /// <param name="by">The person themselves, or somebody who moderates.</param>
    /// <param name="cancellation">Leaves it unfinished.</param>
    /// <exception cref="JournalUnavailableException">The store, or who serves a journal, does not answer.</exception>
    Task<Erasure> EraseAsync(SiteId site, UserId person, Actor by, CancellationToken cancellation);
}
