using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Realtime.Testing.Processes;
using StackExchange.Redis;
using Xunit;

namespace Realtime.Server.Tests.People;

/// <summary>After an erasure nothing of the person's words and name is found in the store, looked at from behind the server.</summary>
public sealed class ErasureTests
{
    private const string Person = "ada-lovelace", Name = "ADA-LOVELACE", Words = "difference-engine";

    [Fact]
    public async Task Nothing_is_left_in_redis_nor_in_its_files_once_it_has_rewritten_its_log()
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        await using var redis = new RedisProcess("--appendonly", "yes", "--aof-use-rdb-preamble", "no");
        await redis.StartAsync();
        await using var server = await RunningServer.StartAsync("--Store:Kind=redis", $"--Store:Redis={redis.Address}", "--Writer:SnapshotEvery=1");
        await using var store = await ConnectionMultiplexer.ConnectAsync($"{redis.Address},allowAdmin=true");
        await TalkAsync(server);
        Assert.NotEmpty(await StoredBytes.KeysWithAsync(store, Words));

        await EraseAsync(server);

        await NothingIsLeftAsync(store);
        await store.GetDatabase().ExecuteAsync("BGREWRITEAOF");
        await Eventually.HoldsAsync("the log is rewritten", () => Task.FromResult(StoredBytes.FilesWith(redis.Directory, Words, Name).Count == 0));
        await NumbersStayAsync(server);
    }

    /// <summary>Its files are another matter: checkpoints hold dead records (see the README).</summary>
    [Fact]
    public async Task Nothing_is_left_under_any_key_of_the_embedded_store()
    {
        await using var server = await RunningServer.StartAsync("--Writer:SnapshotEvery=1", "--Store:LogMegabytes=32", "--Store:MemoryMegabytes=64");
        await TalkAsync(server);
        Assert.NotEmpty(StoredBytes.FilesWith(server.Directory, Words));

        await EraseAsync(server);

        await NothingIsLeftAsync(server.Services.GetRequiredService<IConnectionMultiplexer>());
        await NumbersStayAsync(server);
    }

    private static async Task TalkAsync(RunningServer server)
    {
        var site = new TestSite(server);
        const string Thread = "/api/v1/sites/gazette/articles/bridge";
        using var ada = server.As(Person);
        using var bob = server.As("bob");
        await ada.PostCommentAsync(Thread, $"about the {Words}").JsonAsync();
        await bob.PostCommentAsync(Thread, "an answer", replyTo: 1).JsonAsync();
        await ada.PostCommentAsync(Thread, $"the {Words} again", replyTo: 2).JsonAsync();
        var sanction = new { kind = "ban", reason = $"the {Words} of {Name}" };
        await site.Moderator.PostAsJsonAsync($"/api/v1/sites/gazette/people/{Person}/sanctions", sanction).JsonAsync();
        await Eventually.HoldsAsync("bob is told", async () =>
            (await bob.GetAsync("/api/v1/sites/gazette/people/me/inbox").JsonAsync()).GetProperty("items").GetArrayLength() == 1);
    }

    private static async Task EraseAsync(RunningServer server)
    {
        using var ada = server.As(Person);
        var erased = await ada.DeleteAsync("/api/v1/sites/gazette/people/me").JsonAsync();
        Assert.Equal((1, 2), (erased.GetProperty("threads").GetInt32(), erased.GetProperty("comments").GetInt32()));
    }

    /// <summary>The ban is in force, so that the site knows whom it is against, and nobody else does.</summary>
    private static async Task NothingIsLeftAsync(IConnectionMultiplexer store)
    {
        Assert.Empty(await StoredBytes.KeysWithAsync(store, Words, Name));
        var ids = await StoredBytes.KeysWithAsync(store, Person);
        Assert.NotEmpty(ids);
        Assert.All(ids, key => Assert.StartsWith("realtime:{gazette}:", key, StringComparison.Ordinal));
    }

    private static async Task NumbersStayAsync(RunningServer server)
    {
        var page = await server.Anybody.GetAsync("/api/v1/sites/gazette/articles/bridge/comments?sort=oldest").JsonAsync();
        Assert.Equal([1, 2, 3], page.Numbers());
        var statuses = page.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("status").GetString());
        Assert.Equal(["erased", "published", "erased"], statuses);
    }
}
