using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Privacy;
using Realtime.Grains.Tests.Clusters;
using Realtime.Grains.Tests.Journals;
using Realtime.Testing.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Privacy;

/// <summary>Whatever people have done on a site before, and whoever of them is erased: nothing of them is left, and nothing of anybody else is changed.</summary>
public sealed class ErasureProperties : IAsyncLifetime
{
    private const int Steps = 300;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Admin = Say.Person("the-admin", Roles.Admin);

    private ThreadCluster? _cluster;

    private InMemoryJournal Journal => _cluster!.Journal;

    private IServiceProvider Services => _cluster!.Silos[0].ServiceProvider;

    public async ValueTask InitializeAsync() => _cluster = await ThreadCluster.StartAsync(1);

    public async ValueTask DisposeAsync() => await _cluster!.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(2026)]
    public async Task Nothing_of_whoever_is_erased_is_left_and_nothing_of_others_is_changed(int seed)
    {
        var site = new TalkingSite(Services, seed);
        await site.TalkAsync(Steps);
        await site.SettleAsync();
        var person = site.People[seed % site.People.Count];
        var before = await ThreadsAsync(site);
        Assert.NotEmpty(await FoundAsync([site.IdOf(person).Value]));
        var sanctions = (await SiteAsync(site)).SanctionsOf(site.IdOf(person)).Where(sanction => sanction.Kind != SanctionKind.Warn).ToList();

        Assert.Null((await EraseAsync(site, person)).Refusal);

        Assert.Empty(await FoundAsync(site.TracesOf(person)));
        Assert.Equal(sanctions.Count > 0 ? [site.Id.Value] : [], await FoundAsync(site.IdOf(person).Value));
        Assert.Equal(sanctions.Select(one => one with { Reason = "" }), (await SiteAsync(site)).SanctionsOf(site.IdOf(person)));
        foreach (var (was, now) in before.Zip(await ThreadsAsync(site))) AssertSame(was, now, site.IdOf(person));
        await AssertReplayedAsync(site);
        Assert.Equal(new Erasure(0, 0), await EraseAsync(site, person));
    }

    private Task<Erasure> EraseAsync(TalkingSite site, string person) => Services.GetRequiredService<IErasures>().EraseAsync(site.Id, site.IdOf(person), Admin, None);

    private async Task<List<ArticleThread>> ThreadsAsync(TalkingSite site)
    {
        var threads = new List<ArticleThread>();
        foreach (var thread in site.Threads) threads.Add(await Journal.ReplayAsync(Say.Kind, thread.Journal));
        return threads;
    }

    private Task<Site> SiteAsync(TalkingSite site) => Journal.ReplayAsync(new SiteAggregate(), new JournalKey(site.Id.Value));

    private static void AssertSame(ArticleThread was, ArticleThread now, UserId person)
    {
        Assert.Equal(was.LastNumber, now.LastNumber);
        Assert.Equal(was.PublishedCount - was.CommentsOf(person).Count(number => was.Find(number)!.IsPublished), now.PublishedCount);
        for (var number = 1; number <= was.LastNumber; number++)
        {
            var (before, after) = (was.Find(number)!, now.Find(number)!);
            var answers = Enumerable.Range(1, was.LastNumber).Select(one => was.Find(one)!).Count(one => one.ReplyTo == number && one.IsPublished && one.Author.Id == person);
            Assert.Equal((before.ReplyTo, before.QuoteOf, before.CreatedAt, before.Revision), (after.ReplyTo, after.QuoteOf, after.CreatedAt, after.Revision));
            Assert.Equal((before.ReplyCount - answers, before.Reports.Count), (after.ReplyCount, after.Reports.Count));
            Assert.Equal(before.Reactions.Total - before.Reactions.Of(person).Count, after.Reactions.Total);
            Assert.Equal(before.Author.Id == person ? (CommentStatus.Erased, ArticleThread.Nobody) : (before.Status, before.Author), (after.Status, after.Author));
        }
    }

    /// <summary>What a thread kept of itself when it had erased somebody is what replaying its rewritten journal gives; so it is of the others.</summary>
    private async Task AssertReplayedAsync(TalkingSite site)
    {
        foreach (var key in Journal.Keys.Where(key => key.Value == site.Id.Value || key.Value.StartsWith($"{site.Id}/", StringComparison.Ordinal)))
        {
            if (key.Value == site.Id.Value) await AssertReplayedAsync(new SiteAggregate(), key);
            else if (key.Value.EndsWith("//", StringComparison.Ordinal)) await AssertReplayedAsync(new QueueAggregate(new QueueOptions()), key);
            else if (key.Value.Contains("//", StringComparison.Ordinal)) await AssertReplayedAsync(new CommenterAggregate(), key);
            else await AssertReplayedAsync(Say.Kind, key);
        }
    }

    private async Task AssertReplayedAsync<TState, TCommand, TEvent>(IAggregate<TState, TCommand, TEvent> kind, JournalKey key)
        where TState : class
        where TEvent : JournalEvent
    {
        if (await Journal.ReadSnapshotAsync(key, None) is not { } snapshot) return;
        var replayed = await Journal.ReplayAsync(kind, key, snapshot.Sequence);
        Assert.Equal(kind.ToSnapshot(replayed).ToArray(), snapshot.Bytes.ToArray());
    }

    /// <summary>The journals of which the name, an entry or the snapshot contains one of the texts.</summary>
    private async Task<List<string>> FoundAsync(params string[] texts)
    {
        var found = new List<string>();
        foreach (var key in Journal.Keys)
        {
            var entries = (await Journal.ReadAsync(key, 0, 100_000, None)).Entries;
            var snapshot = (await Journal.ReadSnapshotAsync(key, None))?.Bytes ?? default;
            ReadOnlyMemory<byte>[] all = [.. entries, snapshot, Unpacked(snapshot), Encoding.UTF8.GetBytes(Uri.UnescapeDataString(key.Value))];
            if (all.Any(bytes => texts.Any(text => bytes.Span.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0))) found.Add(key.Value);
        }

        return found;
    }

    /// <summary>A sealed snapshot is compressed behind a head of nine bytes.</summary>
    private static byte[] Unpacked(ReadOnlyMemory<byte> snapshot)
    {
        if (snapshot.Length <= 9) return [];
        try
        {
            using var packed = new BrotliStream(new MemoryStream(snapshot[9..].ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            packed.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }
}
