using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Projections;

public sealed class RedisCounts(IConnectionMultiplexer connection, RedisKeys keys) : ICounts
{
    private readonly IDatabase _database = connection.GetDatabase();

    public async Task<IReadOnlyList<int>> ReadAsync(SiteId site, IReadOnlyList<ArticleId> articles, CancellationToken cancellation)
    {
        var counts = await _database.HashGetAsync(keys.Counts(site), [.. articles.Select(article => (RedisValue)article.Value)]).OrUnavailableAsync(cancellation);
        return [.. counts.Select(count => (int?)count ?? 0)];
    }

    public Task KeepAsync(ThreadKey thread, int count) =>
        _database.HashSetAsync(keys.Counts(thread.Site), thread.Article.Value, count).OrUnavailableAsync();

    public Task ClearAsync(SiteId site) => _database.KeyDeleteAsync(keys.Counts(site)).OrUnavailableAsync();
}
