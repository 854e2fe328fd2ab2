using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;

namespace Realtime.Server.Counts;

/// <summary>
/// Tells front pages how many comments their articles have, as that changes. However many pages look, a site's counts are read from the store once a second, in one
/// request for all articles that anybody here looks at, and only while somebody does.
/// </summary>
internal sealed class LiveCounts(ICounts counts, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<LiveCounts> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SiteId, Board> _boards = new();

    /// <summary>The counts of the articles now, then those that have changed, until the reader goes or the server stops.</summary>
    public async IAsyncEnumerable<IReadOnlyDictionary<string, int>> WatchAsync(
        SiteId site, IReadOnlyList<ArticleId> articles, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var page = new Page(articles);
        var board = _boards.GetOrAdd(site, static (site, self) => new Board(site, self), this);
        board.Add(page);
        try
        {
            while (await page.WaitAsync(ended.Token)) yield return page.Take();
        }
        finally
        {
            board.Remove(page);
        }
    }

    /// <summary>One front page: what it has been told, and what it has still to be told. A reader who is slow is told the latest only.</summary>
    private sealed class Page(IReadOnlyList<ArticleId> articles)
    {
        private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private readonly Dictionary<string, int> _told = [];
        private Dictionary<string, int> _untold = [];

        public IReadOnlyList<ArticleId> Articles => articles;

        public void Show(Dictionary<ArticleId, int> now)
        {
            lock (_told)
            {
                foreach (var article in articles)
                    if (now.TryGetValue(article, out var count) && (!_told.TryGetValue(article.Value, out var before) || before != count))
                        _told[article.Value] = _untold[article.Value] = count;
                if (_untold.Count > 0) _news.Writer.TryWrite(true);
            }
        }

        public async ValueTask<bool> WaitAsync(CancellationToken cancellation)
        {
            try
            {
                return await _news.Reader.ReadAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        public Dictionary<string, int> Take()
        {
            lock (_told)
            {
                var untold = _untold;
                _untold = [];
                return untold;
            }
        }
    }

    /// <summary>The front pages of one site.</summary>
    private sealed class Board(SiteId site, LiveCounts owner)
    {
        private readonly HashSet<Page> _pages = [];
        private bool _isReading;

        public void Add(Page page)
        {
            lock (_pages)
            {
                _pages.Add(page);
                if (_isReading) return;
                _isReading = true;
            }

            _ = ReadAsync();
        }

        public void Remove(Page page)
        {
            lock (_pages) _pages.Remove(page);
        }

        private async Task ReadAsync()
        {
            while (Looking() is { Count: > 0 } pages)
            {
                await ShowAsync(pages);
                await Task.Delay(Every, owner.Clock);
            }
        }

        /// <summary>None, and then nothing is read any more until somebody comes.</summary>
        private List<Page> Looking()
        {
            lock (_pages)
            {
                _isReading = _pages.Count > 0;
                return [.. _pages];
            }
        }

        private async Task ShowAsync(List<Page> pages)
        {
            try
            {
                ArticleId[] articles = [.. pages.SelectMany(page => page.Articles).Distinct()];
                var counts = await owner.ReadAsync(site, articles);
                var now = articles.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second);
                foreach (var page in pages) page.Show(now);
            }
            catch (Exception e)
            {
                owner.Logger.CountsUnread(site.Value, e.Message);
            }
        }
    }

    private TimeProvider Clock => time;

    private ILogger Logger => logger;

    private Task<IReadOnlyList<int>> ReadAsync(SiteId site, ArticleId[] articles) => counts.ReadAsync(site, articles, CancellationToken.None);
}

internal static partial class CountLog
{
    [LoggerMessage(LogLevel.Information, "The counts of site {Site} could not be read, trying again: {Reason}")]
    public static partial void CountsUnread(this ILogger logger, string site, string reason);
}
