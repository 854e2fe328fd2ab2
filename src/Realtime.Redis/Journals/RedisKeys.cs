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
/// </code>
/// An entry never changes its place, so that one can be replaced alone (<c>LSET</c>) when its text has to be erased.
/// </summary>
public sealed class RedisKeys(string prefix)
{
    public const string DefaultPrefix = "realtime";

    /// <summary>Written by the health check, read by nobody.</summary>
    public RedisKey Health { get; } = prefix + ":health";

    /// <summary>A hash from the foldings of the names that people show on a site to their ids, written by a projection.</summary>
    public RedisKey Names(SiteId site) => $"{prefix}:{{{site}}}:names";

    public RedisKey Meta(JournalKey journal) => Of(journal, "meta");

    public RedisKey Segment(JournalKey journal, long segment) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}:{{{journal.Value}}}:events:{segment}");

    public RedisKey SnapshotPart(JournalKey journal, string id, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}:{{{journal.Value}}}:snapshot:{id}:{part}");

    private RedisKey Of(JournalKey journal, string what) => $"{prefix}:{{{journal.Value}}}:{what}";
}
