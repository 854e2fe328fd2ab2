using Realtime.Discussion.Addressing;
using System.Globalization;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Redis.Journals;
using StackExchange.Redis;

namespace Realtime.Redis.Projections;

/// <summary>A sorted set and a hash per person, so that a page of a long history costs its length; and a hash of names.</summary>
public sealed class RedisPeople(IConnectionMultiplexer connection, RedisKeys keys) : IPeople
{
    private readonly IDatabase _database = connection.GetDatabase();

    public async Task<IReadOnlyList<PersonComment>> HistoryAsync(SiteId site, UserId person, int max, CancellationToken cancellation)
    {
        var newest = await _database.SortedSetRangeByRankWithScoresAsync(keys.History(site, person), 0, max - 1, Order.Descending).OrUnavailableAsync(cancellation);
        if (newest.Length == 0) return [];
        var statuses = await _database.HashGetAsync(keys.Statuses(site, person), [.. newest.Select(entry => entry.Element)]).OrUnavailableAsync(cancellation);
        return [.. newest.Zip(statuses, (entry, status) => Comment(site, (string)entry.Element!, entry.Score, (int)status))];
    }

    public Task<long> CountAsync(SiteId site, UserId person, CancellationToken cancellation) =>
        _database.SortedSetLengthAsync(keys.History(site, person)).OrUnavailableAsync(cancellation);

    public async Task<UserId?> HolderOfAsync(SiteId site, string name, CancellationToken cancellation)
    {
        var folded = FoldedNames.AllOf(name).Select(key => (RedisValue)key).ToArray();
        var holders = await _database.HashGetAsync(keys.Names(site), folded).OrUnavailableAsync(cancellation);
        foreach (var holder in holders)
            if (UserId.TryParse((string?)holder, out var person))
                return person;
        return null;
    }

    public async Task KeepAsync(ArticleFacts facts)
    {
        // Sent one behind the other and awaited together: one round trip, and all of it idempotent.
        var writes = facts.Comments.Where(comment => comment.Author.Id.Value is { Length: > 0 }).SelectMany(comment => Write(facts.Thread, comment)).ToList();
        await Task.WhenAll(writes.Select(write => write.OrUnavailableAsync()));
    }

    public async Task ForgetAsync(SiteId site, UserId person)
    {
        await _database.KeyDeleteAsync([keys.History(site, person), keys.Statuses(site, person)]).OrUnavailableAsync();
        await foreach (var name in _database.HashScanAsync(keys.Names(site)))
            if (name.Value == person.Value)
                await _database.HashDeleteAsync(keys.Names(site), name.Name).OrUnavailableAsync();
    }

    public async Task ClearAsync(SiteId site)
    {
        await _database.KeyDeleteAsync(keys.Names(site)).OrUnavailableAsync();
        foreach (var pattern in keys.HistoriesOf(site))
            await foreach (var key in connection.KeysAsync(pattern))
                await _database.KeyDeleteAsync(key).OrUnavailableAsync();
    }

    private IEnumerable<Task<bool>> Write(ThreadKey thread, CommentFact comment)
    {
        var (site, person) = (thread.Site, comment.Author.Id);
        var member = string.Create(CultureInfo.InvariantCulture, $"{thread.Article}/{comment.Number}");
        yield return _database.SortedSetAddAsync(keys.History(site, person), member, comment.At.ToUnixTimeMilliseconds());
        yield return _database.HashSetAsync(keys.Statuses(site, person), member, (int)comment.Status);
        // The first to write under a name keeps it; a guest keeps none.
        if (person.IsGuest) yield break;
        foreach (var name in FoldedNames.AllOf(comment.Author.Name)) yield return _database.HashSetAsync(keys.Names(site), name, person.Value, When.NotExists);
    }

    private static PersonComment Comment(SiteId site, string member, double at, int status)
    {
        var slash = member.LastIndexOf('/');
        var thread = new ThreadKey(site, new ArticleId(member[..slash]));
        return new PersonComment(
            thread, int.Parse(member.AsSpan(slash + 1), CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds((long)at), (CommentStatus)status);
    }
}
