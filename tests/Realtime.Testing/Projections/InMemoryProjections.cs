using Realtime.Discussion.Addressing;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Threads;
using Realtime.Testing.Journals;

namespace Realtime.Testing.Projections;

/// <summary>Progress, counts and people in memory, with the promises of the stored ones.</summary>
public sealed class InMemoryProjections(InMemoryJournal journal) : IProjectionProgress, ICounts, IPeople
{
    private readonly ConcurrentDictionary<ThreadKey, long> _marks = new();
    private readonly ConcurrentDictionary<(string, ThreadKey), ThreadPosition> _reached = new();
    private readonly ConcurrentDictionary<ThreadKey, int> _counts = new();
    private readonly ConcurrentDictionary<(ThreadKey Thread, int Number), CommentFact> _comments = new();
    private readonly ConcurrentDictionary<(SiteId Site, string Name), UserId> _names = new();

    private volatile bool _holdsThreads;

    public Task MarkAsync(ThreadKey thread, long opening)
    {
        _marks[thread] = opening;
        return Task.CompletedTask;
    }

    public Task ClearAsync(ThreadKey thread, long opening)
    {
        _marks.TryRemove(KeyValuePair.Create(thread, opening));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ThreadKey>> MarkedAsync() => Task.FromResult<IReadOnlyList<ThreadKey>>([.. _marks.Keys]);

    public Task<ThreadPosition> ReachedAsync(string projection, ThreadKey thread) => Task.FromResult(_reached.GetValueOrDefault((projection, thread)));

    public Task ReachAsync(string projection, ThreadKey thread, ThreadPosition position)
    {
        _reached[(projection, thread)] = position;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string projection, SiteId site)
    {
        foreach (var key in _reached.Keys.Where(key => key.Item1 == projection && key.Item2.Site == site)) _reached.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    /// <summary>From now on nobody comes to the end of all threads, until they give up.</summary>
    public void HoldThreads() => _holdsThreads = true;

    public async IAsyncEnumerable<ThreadKey> ThreadsAsync(SiteId site, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var thread in ThreadsOf(site)) yield return thread;
        if (_holdsThreads) await Task.Delay(Timeout.Infinite, cancellation);
    }

    private IEnumerable<ThreadKey> ThreadsOf(SiteId site) =>
        journal.Keys.Where(key => key.Value.Split('/') is [var of, { Length: > 0 }] && of == site.Value).Select(key => ThreadKey.Parse(key.Value));

    public IAsyncEnumerable<SiteId> SitesAsync(CancellationToken cancellation) =>
        journal.Keys.Select(key => SiteId.TryParse(key.Value.Split('/')[0], out var site) ? site : (SiteId?)null).OfType<SiteId>().Distinct().ToAsyncEnumerable();

    public IAsyncEnumerable<UserId> CommentersAsync(SiteId site, CancellationToken cancellation) =>
        (from key in journal.Keys
         let parts = key.Value.Split('/')
         where parts is [_, "", { Length: > 0 }] && parts[0] == site.Value
         select new UserId(Uri.UnescapeDataString(parts[2]))).ToAsyncEnumerable();

    public Task<IReadOnlyList<int>> ReadAsync(SiteId site, IReadOnlyList<ArticleId> articles, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<int>>([.. articles.Select(article => _counts.GetValueOrDefault(new ThreadKey(site, article)))]);

    public Task KeepAsync(ThreadKey thread, int count)
    {
        _counts[thread] = count;
        return Task.CompletedTask;
    }

    Task ICounts.ClearAsync(SiteId site)
    {
        foreach (var key in _counts.Keys.Where(key => key.Site == site)) _counts.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PersonComment>> HistoryAsync(SiteId site, UserId person, int max, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PersonComment>>([.. CommentsOf(site, person).OrderByDescending(one => one.At).Take(max)]);

    public Task<long> CountAsync(SiteId site, UserId person, CancellationToken cancellation) => Task.FromResult((long)CommentsOf(site, person).Count());

    public Task<UserId?> HolderOfAsync(SiteId site, string name, CancellationToken cancellation) =>
        Task.FromResult(FoldedNames.AllOf(name).Select(folded => _names.TryGetValue((site, folded), out var holder) ? holder : (UserId?)null).FirstOrDefault(holder => holder is not null));

    public Task KeepAsync(ArticleFacts facts)
    {
        foreach (var comment in facts.Comments)
        {
            _comments[(facts.Thread, comment.Number)] = comment;
            foreach (var name in FoldedNames.AllOf(comment.Author.Name).Where(_ => !comment.IsByGuest)) _names.TryAdd((facts.Thread.Site, name), comment.Author.Id);
        }

        return Task.CompletedTask;
    }

    public Task ForgetAsync(SiteId site, UserId person)
    {
        foreach (var comment in CommentsOf(site, person)) _comments.TryRemove((comment.Thread, comment.Number), out _);
        foreach (var name in _names.Where(name => name.Key.Site == site && name.Value == person)) _names.TryRemove(name);
        return Task.CompletedTask;
    }

    Task IPeople.ClearAsync(SiteId site)
    {
        foreach (var key in _comments.Keys.Where(key => key.Thread.Site == site)) _comments.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private IEnumerable<PersonComment> CommentsOf(SiteId site, UserId person) =>
        from comment in _comments
        where comment.Key.Thread.Site == site && comment.Value.Author.Id == person
        select new PersonComment(comment.Key.Thread, comment.Key.Number, comment.Value.At, comment.Value.Status);
}
