using Microsoft.Extensions.Options;
using Orleans.Clustering.Redis;
using Realtime.Server.Hosting;

namespace Realtime.Server.Health;

/// <summary>
/// Watches the table in the store by which silos find each other. When the store has been wiped, silos that know each other already work on as if nothing
/// had happened, but none can join, and a dead one is not noticed: this server is not ready then. The table is put back as it was last seen.
/// </summary>
internal sealed class SiloRegister(
    IMembershipTable table, ILocalSiloDetails silo, IOptions<ClusteringOptions> options, TimeProvider time, ILogger<SiloRegister> logger) : BackgroundService
{
    private MembershipTableData? _known;
    private bool _isGone;
    private volatile bool _hasThisSilo = true;

    /// <summary>Whether this silo stood in the table when last looked for.</summary>
    public bool HasThisSilo => _hasThisSilo;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.AliveEvery, time);
        do await TryLookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryLookAsync(CancellationToken stopping)
    {
        try
        {
            await LookAsync(stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // The store does not answer, which its own check tells.
            logger.RegisterUnread(e.Message);
        }
    }

    /// <summary>
    /// Only a table that was found gone is put back, and only at the second look. A silo that is missing from a table that exists was taken out by the others,
    /// who hold it for dead: it must not bring itself back.
    /// </summary>
    private async Task LookAsync(CancellationToken stopping)
    {
        if (_isGone) await PutBackAsync(stopping);
        var read = await ReadAsync(stopping);
        _hasThisSilo = read?.TryGet(silo.SiloAddress) is not null;
        if (_hasThisSilo) (_known, _isGone) = (read, false);
        else if (read is null) Lost();
    }

    /// <summary>Null when there is no table.</summary>
    private async Task<MembershipTableData?> ReadAsync(CancellationToken stopping)
    {
        try
        {
            return await table.ReadAllAsync(stopping);
        }
        catch (RedisClusteringException)
        {
            return null;
        }
    }

    private void Lost()
    {
        logger.RegisterLost();
        _isGone = true;
    }

    /// <summary>Every silo does this at the same time: who comes second finds a row there, or has to look again at the next time.</summary>
    private async Task PutBackAsync(CancellationToken stopping)
    {
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true, stopping);
        foreach (var (entry, _) in _known?.Members ?? [])
        {
            var present = await table.ReadAllAsync(stopping);
            if (entry.Status != SiloStatus.Active || present.TryGet(entry.SiloAddress) is not null) continue;
            entry.IAmAliveTime = time.GetUtcNow().UtcDateTime;
            if (await table.InsertRowAsync(entry, present.Version.Next(), stopping)) logger.RegisteredAgain(entry.SiloAddress);
        }

        await RaiseVersionAsync(stopping);
    }

    /// <summary>Silos pass over a table of a lower version than they have seen, and the version rises with every change by one only.</summary>
    private async Task RaiseVersionAsync(CancellationToken stopping)
    {
        while (await table.ReadAllAsync(stopping) is var present && present.Version.Version <= _known?.Version.Version)
        {
            if (present.TryGet(silo.SiloAddress) is not var (entry, etag)) return;
            await table.UpdateRowAsync(entry, etag, present.Version.Next(), stopping);
        }
    }
}

internal static partial class RegisterLog
{
    [LoggerMessage(LogLevel.Error, "The cluster's table is gone from the store: has the store been wiped? This server is not ready until the table is back")]
    public static partial void RegisterLost(this ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Silo {Silo} is entered again into the cluster's table")]
    public static partial void RegisteredAgain(this ILogger logger, SiloAddress silo);

    [LoggerMessage(LogLevel.Warning, "The cluster's table cannot be read: {Reason}")]
    public static partial void RegisterUnread(this ILogger logger, string reason);
}
