using System.Globalization;
using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using Realtime.Redis.Projections;
using Realtime.Redis.Stores;
using StackExchange.Redis;

namespace Realtime.Redis.Renewal;

/// <summary>
/// Which erasures have left something in the store's files, kept in the store itself: a renewal is owed from before the first word is erased until the files have been renewed, whoever
/// dies meanwhile. All methods throw <see cref="JournalUnavailableException"/> when the store does not answer.
/// </summary>
public sealed class RenewalDebts(IConnectionMultiplexer connection, RedisKeys keys, StoreOptions options, TimeProvider time)
{
    private const string Begun = "begun", Owed = "owed";

    /// <summary>An erasure that has not ended by then never will: its server has died.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>How long it is known of an erasure that its renewal is done.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private readonly IDatabase _database = connection.GetDatabase();

    /// <summary>How often to look for debts: so long others that come behind an erasure share its renewal.</summary>
    public TimeSpan LookEvery => options.RenewAfter;

    /// <summary>Notes that this erasure begins. Nothing is due for it before it ends.</summary>
    /// <returns>False when a renewal is owed for it already.</returns>
    public Task<bool> BeginAsync(string erasure) => _database.HashSetAsync(keys.RenewalDebts, erasure, Stamp(Begun), When.NotExists).OrUnavailableAsync();

    /// <summary>Notes that this erasure has ended, and has written. What is being renewed at the moment does not settle it.</summary>
    public async Task OweAsync(string erasure)
    {
        await _database.KeyDeleteAsync(keys.RenewalSettled(erasure)).OrUnavailableAsync();
        await OweAsWellAsync(erasure);
    }

    /// <summary>Notes that this erasure has ended, and has hardly written; what is settled of it stays so.</summary>
    public Task OweAsWellAsync(string erasure) => _database.HashSetAsync(keys.RenewalDebts, erasure, Stamp(Owed)).OrUnavailableAsync();

    /// <summary>Whether the files have been renewed behind this erasure, in the last days.</summary>
    public Task<bool> IsSettledAsync(string erasure) => _database.KeyExistsAsync(keys.RenewalSettled(erasure)).OrUnavailableAsync();

    public async Task<IReadOnlyList<RenewalDebt>> DueAsync()
    {
        var debts = await _database.HashGetAllAsync(keys.RenewalDebts).OrUnavailableAsync();
        return [.. debts.Select(debt => new RenewalDebt((string)debt.Name!, (string)debt.Value!)).Where(debt => IsDue(debt.Stamp))];
    }

    /// <summary>One server of many, and at most as often as the settings say, also when it dies of it.</summary>
    public Task<bool> TakeTurnAsync() => _database.StringSetAsync(keys.RenewalTurn, "1", options.RenewEvery, When.NotExists).OrUnavailableAsync();

    /// <summary>The files have been renewed since these were due; what has been noted anew of them meanwhile stays.</summary>
    public async Task SettleAsync(IEnumerable<RenewalDebt> debts)
    {
        foreach (var (erasure, stamp) in debts)
            if (await RemoveAsync(erasure, stamp))
                await _database.StringSetAsync(keys.RenewalSettled(erasure), "1", Memory).OrUnavailableAsync();
    }

    /// <summary>Nobody here can renew the files.</summary>
    public async Task ForgetAsync(IEnumerable<RenewalDebt> debts)
    {
        foreach (var (erasure, stamp) in debts) await RemoveAsync(erasure, stamp);
    }

    private async Task<bool> RemoveAsync(string erasure, string stamp) =>
        (int)await RedisScript.Unmark.RunAsync(_database, [keys.RenewalDebts], [erasure, stamp]).OrUnavailableAsync() == 1;

    private string Stamp(string state) => string.Create(CultureInfo.InvariantCulture, $"{state} {time.GetUtcNow().ToUnixTimeMilliseconds()} {Guid.NewGuid():N}");

    private bool IsDue(string stamp) => stamp.Split(' ') is not [Begun, var at, _]
        || time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, NumberStyles.None, CultureInfo.InvariantCulture)) > Patience;
}

/// <param name="Erasure">Of which erasure.</param>
/// <param name="Stamp">As it stands in the store.</param>
public sealed record RenewalDebt(string Erasure, string Stamp);
