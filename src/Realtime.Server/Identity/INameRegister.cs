using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;

namespace Realtime.Server.Identity;

/// <summary>The names that people show on a site, by their foldings (<see cref="FoldedNames"/>).</summary>
internal interface INameRegister
{
    /// <summary>Who shows a name with this folding; null when nobody does.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    ValueTask<UserId?> HolderAsync(SiteId site, string foldedName, CancellationToken cancellation);
}
