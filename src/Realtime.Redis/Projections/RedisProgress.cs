using System.Runtime.CompilerServices;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Projections;

public sealed class RedisProgress(IConnectionMultiplexer connection, RedisKeys keys) : IProjectionProgress
{
    private readonly IDatabase _database = connection.GetDatabase();

    public Task MarkAsync(ThreadKey thread, long opening) => _database.HashSetAsync(keys.Marks, thread.ToString(), opening).OrUnavailableAsync();

    public Task ClearAsync(ThreadKey thread, long opening) =>
        RedisScript.Unmark.RunAsync(_database, [keys.Marks], [thread.ToString(), opening]).OrUnavailableAsync();

    public async Task<IReadOnlyList<ThreadKey>> MarkedAsync()
    {
        var marked = await _database.HashKeysAsync(keys.Marks).OrUnavailableAsync();
        return [.. marked.Select(thread => ThreadKey.Parse((string)thread!))];
    }

    public async Task<ThreadPosition> ReachedAsync(string projection, ThreadKey thread)
    {
        var reached = await _database.HashGetAsync(keys.Reached(projection, thread.Site), thread.Article.Value).OrUnavailableAsync();
        return ThreadPosition.TryParse((string?)reached, out var position) ? position : default;
    }

    public Task ReachAsync(string projection, ThreadKey thread, ThreadPosition position) =>
        _database.HashSetAsync(keys.Reached(projection, thread.Site), thread.Article.Value, position.ToString()).OrUnavailableAsync();

    public Task ForgetAsync(string projection, SiteId site) => _database.KeyDeleteAsync(keys.Reached(projection, site)).OrUnavailableAsync();

    public async IAsyncEnumerable<ThreadKey> ThreadsAsync(SiteId site, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var key in connection.KeysAsync(keys.ThreadsOf(site)).WithCancellation(cancellation))
            if (keys.ThreadOf(key) is { } thread)
                yield return thread;
    }

    public async IAsyncEnumerable<SiteId> SitesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var known = new HashSet<SiteId>();
        await foreach (var key in connection.KeysAsync(keys.AllJournals).WithCancellation(cancellation))
            if (keys.SiteOf(key) is { } site && known.Add(site))
                yield return site;
    }

    public async IAsyncEnumerable<UserId> CommentersAsync(SiteId site, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var key in connection.KeysAsync(keys.CommentersOf(site)).WithCancellation(cancellation))
            if (keys.CommenterOf(key) is { } commenter)
                yield return commenter;
    }
}
