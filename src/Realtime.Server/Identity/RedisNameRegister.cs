using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Server.Identity;

/// <summary>Reads what the projection of names has written: a hash per site, from folding to user id.</summary>
internal sealed class RedisNameRegister(IConnectionMultiplexer connection, RedisKeys keys) : INameRegister
{
    public async ValueTask<UserId?> HolderAsync(SiteId site, string foldedName, CancellationToken cancellation)
    {
        try
        {
            var holder = await connection.GetDatabase().HashGetAsync(keys.Names(site), foldedName).WaitAsync(cancellation);
            return UserId.TryParse(holder, out var user) ? user : null;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            throw new JournalUnavailableException("The register of names could not be read.", outcomeUnknown: false, e);
        }
    }
}
