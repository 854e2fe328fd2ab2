using Microsoft.Extensions.Logging;
using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Stores;

/// <summary>
/// Uses the store as the product will, before anybody relies on it: every script and command, two connections that race for the same place, a
/// writer that is fenced; then reads the settings that decide what an acknowledgement is worth. What it wrote it removes.
/// </summary>
internal sealed class StoreProof(RedisJournal journal, RedisJournal rival, JournalKey key)
{
    private const int Races = 16;

    /// <summary>A machine that starts everything at once is slow; that is no fault of the store.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="StoreStartException">The store would lose or corrupt what it is given, or does not answer.</exception>
    public static async Task<StoreDurability> RunAsync(
        string configuration, StoreOptions options, EmbeddedStore? embedded, ILogger logger, TimeProvider time, CancellationToken cancellation)
    {
        var patient = options with { CommandTimeout = options.CommandTimeout > Patience ? options.CommandTimeout : Patience };
        var one = await StoreConnection.OpenAsync(configuration, patient, admin: true, time, cancellation);
        await using var first = one.Multiplexer;
        var two = await StoreConnection.OpenAsync(configuration, patient, admin: false, time, cancellation);
        await using var second = two.Multiplexer;
        try
        {
            var durability = embedded is null ? await RedisDurability.ReadAsync(first) : GarnetDurability;
            Accept(durability, options, logger);
            var keys = new RedisKeys(options.Prefix);
            RedisJournal JournalOver(IConnectionMultiplexer connection) => new(connection, keys, time, durability.MayForget);
            await ProveAsync(JournalOver(first), JournalOver(second), keys, first.GetDatabase(), cancellation);
            return durability;
        }
        catch (JournalUnavailableException e)
        {
            throw new StoreStartException($"The store does not do what the journal needs. {e.Message}{(embedded is null ? "" : " A larger Store:MemoryMegabytes may help.")}", e);
        }
    }

    private static StoreDurability GarnetDurability { get; } =
        new(StoreDurabilityLevel.OnDisk, "An acknowledged change is in the log on this machine's disk.");

    private static void Accept(StoreDurability durability, StoreOptions options, ILogger logger)
    {
        if (durability.Level != StoreDurabilityLevel.NotDurable) return;
        if (!options.AllowNotDurable) throw new StoreStartException($"{durability.Description} (Store:AllowNotDurable=true starts anyway, for tests.)");
        logger.NotDurable(durability.Description);
    }

    private static async Task ProveAsync(
        RedisJournal journal, RedisJournal rival, RedisKeys keys, IDatabase database, CancellationToken cancellation)
    {
        var key = new JournalKey($"store-proof/{Guid.NewGuid():N}");
        try
        {
            var proof = new StoreProof(journal, rival, key);
            await proof.ProveAppendsAsync(cancellation);
            await proof.ProveSnapshotsAsync(cancellation);
            await proof.ProveFenceAsync(cancellation);
        }
        finally
        {
            await database.KeyDeleteAsync([keys.Meta(key), keys.Segment(key, 0)], CommandFlags.FireAndForget);
        }
    }

    private async Task ProveAppendsAsync(CancellationToken cancellation)
    {
        var writer = (await journal.OpenAsync(key, cancellation)).Writer;
        for (var head = 0; head < Races; head++)
        {
            var results = await Task.WhenAll(
                journal.AppendAsync(writer, head, [new byte[] { 1, (byte)head }], cancellation),
                rival.AppendAsync(writer, head, [new byte[] { 2, (byte)head }], cancellation));
            Require(results.Count(result => result == AppendResult.Appended) == 1, "let two writers append at the same place");
        }

        var slice = await rival.ReadAsync(key, 0, Races + 1, cancellation);
        Require(slice.Entries.Count == Races && slice.Entries.Select((entry, i) => entry.Span[1] == i).All(same => same), "does not return what was appended");
        var one = await journal.ReadAtAsync(key, [Races, Races + 1], cancellation);
        Require(one[0] is { } last && last.Span[1] == Races - 1 && one[1] is null, "does not return one entry of many");
    }

    private async Task ProveSnapshotsAsync(CancellationToken cancellation)
    {
        var opened = await journal.OpenAsync(key, cancellation);
        Require(opened.Head == Races, "does not count what was appended");
        var bytes = new byte[700_000];
        Random.Shared.NextBytes(bytes);
        Require(await journal.SaveSnapshotAsync(opened.Writer, new JournalSnapshot(opened.Writer.Epoch, Races, bytes), cancellation), "refuses a snapshot");
        var kept = await rival.ReadSnapshotAsync(key, cancellation);
        Require(kept is not null && kept.Sequence == Races && kept.Bytes.Span.SequenceEqual(bytes), "does not return a snapshot");
        Require(await journal.SaveSnapshotAsync(opened.Writer, new JournalSnapshot(opened.Writer.Epoch, Races, default), cancellation), "refuses a second snapshot");
    }

    private async Task ProveFenceAsync(CancellationToken cancellation)
    {
        var fenced = (await journal.OpenAsync(key, cancellation)).Writer;
        var renewed = await rival.RenewEpochAsync((await rival.OpenAsync(key, cancellation)).Writer, cancellation);
        Require(renewed is not null && renewed.Epoch > fenced.Epoch, "does not begin a new epoch");
        Require(await journal.AppendAsync(fenced, Races, [new byte[1]], cancellation) == AppendResult.Fenced, "lets a writer append that was replaced");
        Require(await journal.RenewEpochAsync(fenced, cancellation) is null, "lets a writer change the epoch that was replaced");
    }

    private static void Require(bool held, string fault)
    {
        if (!held) throw new StoreStartException($"The store {fault}; use Redis 6.2 or newer, or Valkey, and connect to the primary itself (Store:Redis).");
    }
}
