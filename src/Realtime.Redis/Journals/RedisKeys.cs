using System.Globalization;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using StackExchange.Redis;

namespace Realtime.Redis.Journals;

/// <summary>
/// Spells every key the product keeps in the store. The keys of one journal share their hash tag, so that a script may touch them together
/// in a cluster:
/// <code>
/// realtime:{gazette/harbour-bridge}:meta              hash: writer, epoch, run, snapshot, discard
/// realtime:{gazette/harbour-bridge}:events:0          list: entries 1 to 1,024, each at the index of its sequence
/// realtime:{gazette/harbour-bridge}:snapshot:17-1:0   string: the first part of a snapshot
/// realtime:marks                                      hash: threads that projections may lag behind, and by which opening
/// realtime:renewal:debts                              hash: erasures behind which the store's files have to be renewed; :turn and :settled:… beside it
/// realtime:{gazette//}:reached:counts                 hash: how far a projection has come with each article
/// realtime:{gazette//}:counts                         hash: comments per article
/// realtime:{gazette//}:names                          hash: folded name, who writes under it
/// realtime:{gazette//}:history:u1                     sorted set: article/number by time; and :statuses:u1, a hash of the same members
/// </code>
/// An entry never changes its place, so that one can be replaced alone (<c>LSET</c>) when its text has to be erased.
/// </summary>
public sealed class RedisKeys(string prefix)
{
    public const string DefaultPrefix = "realtime";

    /// <summary>Written by the health check, read by nobody.</summary>
    public RedisKey Health { get; } = prefix + ":health";

    public RedisKey Marks { get; } = prefix + ":marks";

    public RedisKey RenewalDebts { get; } = prefix + ":renewal:debts";

    public RedisKey RenewalTurn { get; } = prefix + ":renewal:turn";

    public RedisKey RenewalSettled(string erasure) => $"{prefix}:renewal:settled:{erasure}";

    public RedisKey Reached(string projection, SiteId site) => OfSite(site, "reached:" + projection);

    public RedisKey Counts(SiteId site) => OfSite(site, "counts");

    public RedisKey Names(SiteId site) => OfSite(site, "names");

    public RedisKey History(SiteId site, UserId person) => OfSite(site, "history:" + Uri.EscapeDataString(person.Value));

    public RedisKey Statuses(SiteId site, UserId person) => OfSite(site, "statuses:" + Uri.EscapeDataString(person.Value));

    /// <summary>Matches the keys of everybody's history on a site, and those of their statuses.</summary>
    public IEnumerable<string> HistoriesOf(SiteId site) => [Pattern(site, "history:*"), Pattern(site, "statuses:*")];

    /// <summary>Matches the meta keys of a site's threads.</summary>
    public string ThreadsOf(SiteId site) => $"{Escaped(prefix)}:{{{Escaped(site.Value)}/*}}:meta";

    /// <summary>Matches the meta keys of all journals.</summary>
    public string AllJournals => $"{Escaped(prefix)}:{{*}}:meta";

    /// <summary>The site to whose journals this meta key belongs; null for what belongs to none, as what holds everywhere.</summary>
    public SiteId? SiteOf(RedisKey meta) => SiteId.TryParse(JournalOf(meta).Split('/')[0], out var site) ? site : null;

    /// <summary>Matches the meta keys of the commenters of a site, and that of its queue.</summary>
    public string CommentersOf(SiteId site) => $"{Escaped(prefix)}:{{{Escaped(site.Value)}//*}}:meta";

    /// <summary>The person whose meta key this is; null for the key of another kind of journal.</summary>
    public UserId? CommenterOf(RedisKey meta) =>
        JournalOf(meta).Split('/') is [_, "", { Length: > 0 } person] && UserId.TryParse(Uri.UnescapeDataString(person), out var user) ? user : null;

    /// <summary>The thread whose meta key this is; null for the key of another kind of journal.</summary>
    public ThreadKey? ThreadOf(RedisKey meta) =>
        JournalOf(meta).Split('/') is [var site, var article] && ThreadKey.TryParse(site, article, out var key) ? key : null;

    public RedisKey Meta(JournalKey journal) => Of(journal, "meta");

    public RedisKey Segment(JournalKey journal, long segment) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}:{{{journal.Value}}}:events:{segment}");

    public RedisKey SnapshotPart(JournalKey journal, string id, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}:{{{journal.Value}}}:snapshot:{id}:{part}");

    private string JournalOf(RedisKey meta) => ((string)meta!)[(prefix.Length + 2)..^":meta".Length].TrimEnd('}');

    private RedisKey OfSite(SiteId site, string what) => $"{prefix}:{{{site.Value}//}}:{what}";

    private string Pattern(SiteId site, string what) => $"{Escaped(prefix)}:{{{Escaped(site.Value)}//}}:{what}";

    /// <summary>Letters that mean something in a pattern.</summary>
    private static string Escaped(string text) => string.Concat(text.Select(letter => letter is '*' or '?' or '[' or ']' or '\\' ? $"\\{letter}" : letter.ToString()));

    private RedisKey Of(JournalKey journal, string what) => $"{prefix}:{{{journal.Value}}}:{what}";
}
