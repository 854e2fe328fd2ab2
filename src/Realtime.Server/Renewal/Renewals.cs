using System.Security.Cryptography;
using System.Text;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Grains.Privacy;
using Realtime.Redis.Renewal;
using Realtime.Redis.Stores;
using Realtime.Server.Secrets;

namespace Realtime.Server.Renewal;

/// <summary>Has the store's files renewed soon behind erasures, and not for each of them alone.</summary>
internal sealed class Renewals(OpenedStore store, ServerKeys keys, TimeProvider time, ILogger<Renewals> logger) : BackgroundService
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(100);

    private readonly byte[] _key = keys.ForKeeping("erasures") is [var key, ..] ? key : RandomNumberGenerator.GetBytes(32);

    private RenewalDebts Debts => store.Debts;

    /// <summary>Erases, and sees to it that the files follow, also when this server dies in between.</summary>
    /// <returns>What the erasure has found, and one of <see cref="StoreFiles"/>.</returns>
    /// <exception cref="JournalUnavailableException">The store does not answer; repeating it does the rest.</exception>
    public async Task<(Erasure Erased, string Files)> FollowAsync(SiteId site, UserId person, Func<Task<Erasure>> erase)
    {
        var name = NameOf(site, person);
        var hasBegun = await Debts.BeginAsync(name);
        Erasure? erased = null;
        try
        {
            erased = await erase();
        }
        finally
        {
            // Whoever asks again and again would otherwise put off for ever what they ask for.
            if (erased is not { FoundNothing: true, Refusal: null }) await Debts.OweAsync(name);
            else if (hasBegun) await Debts.OweAsWellAsync(name);
        }

        if (!await store.Renewal.IsPossibleAsync(CancellationToken.None)) return (erased, StoreFiles.Operator);
        return (erased, await Debts.IsSettledAsync(name) ? StoreFiles.Clean : StoreFiles.Pending);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Debts.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RenewIfOwedAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.NotRenewed(e);
            }
        }
    }

    private async Task RenewIfOwedAsync(CancellationToken stopping)
    {
        var due = await Debts.DueAsync();
        if (due.Count == 0 || !await Debts.TakeTurnAsync()) return;
        var isRenewed = await store.Renewal.RunAsync(stopping);
        if (!isRenewed) logger.OperatorMustRenew(due.Count);
        await UntilAnsweredAsync(() => isRenewed ? Debts.SettleAsync(due) : Debts.ForgetAsync(due), stopping);
    }

    /// <summary>Connections come back a moment after the renewal.</summary>
    private async Task UntilAnsweredAsync(Func<Task> note, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await note();
                return;
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(BeforeRetry, time, stopping);
            }
        }
    }

    /// <summary>The store remembers for some days whose erasure has been followed, but not who it was.</summary>
    private string NameOf(SiteId site, UserId person) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{site.Value}/{person.Value}")).AsSpan(0, 16));
}
