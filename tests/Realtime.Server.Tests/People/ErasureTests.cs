using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Realtime.Testing.Processes;
using StackExchange.Redis;
using Xunit;

namespace Realtime.Server.Tests.People;

/// <summary>After an erasure nothing of the person's words and name is found in the store nor in its files, looked at from behind the server.</summary>
public sealed class ErasureTests
{
    private const string Person = "ada-lovelace", Name = "ADA-LOVELACE", Words = "difference-engine";

    private static readonly string[] Soon = ["--Writer:SnapshotEvery=1", "--Store:RenewAfter=00:00:00.2", "--Store:RenewEvery=00:00:00.2"];

    [Fact]
    public async Task Nothing_is_left_in_redis_nor_soon_afterwards_in_its_files()
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        await using var redis = new RedisProcess("--appendonly", "yes", "--aof-use-rdb-preamble", "no");
        await redis.StartAsync();
        await using var server = await RunningServer.StartAsync([.. Soon, "--Store:Kind=redis", $"--Store:Redis={redis.Address}"]);
        await using var store = await ConnectionMultiplexer.ConnectAsync($"{redis.Address},allowAdmin=true");
        await TalkAsync(server);
        Assert.NotEmpty(await StoredBytes.KeysWithAsync(store, Words));

        Assert.Equal("pending", await EraseAsync(server));

        await NothingIsLeftAsync(store);
        await BecomeCleanAsync(server, redis.Directory);
        await NumbersStayAsync(server);
    }

    [Fact]
    public async Task Nothing_is_left_in_the_embedded_store_nor_soon_afterwards_in_its_files()
    {
        await using var server = await RunningServer.StartAsync([.. Soon, "--Store:LogMegabytes=32", "--Store:MemoryMegabytes=64"]);
        await TalkAsync(server);
        Assert.NotEmpty(StoredBytes.FilesWith(server.Directory, Words));

        Assert.Equal("pending", await EraseAsync(server));

        await BecomeCleanAsync(server, server.Directory);
        await NothingIsLeftAsync(server.Services.GetRequiredService<IConnectionMultiplexer>());
        await NumbersStayAsync(server);
    }

    [Fact]
    public async Task A_redis_that_lets_nobody_rewrite_its_files_leaves_that_to_its_operator()
    {
        Assert.SkipUnless(RedisProcess.IsInstalled, RedisProcess.WhyMissing);
        await using var redis = new RedisProcess("--appendonly", "yes", "--user", "default", "on", "nopass", "~*", "&*", "+@all", "-bgrewriteaof");
        await redis.StartAsync();
        await using var server = await RunningServer.StartAsync([.. Soon, "--Store:Kind=redis", $"--Store:Redis={redis.Address}"]);
        await TalkAsync(server);

        Assert.Equal("operator", await EraseAsync(server));
    }

    [Fact]
    public async Task What_a_server_still_owes_when_it_stops_its_successor_does()
    {
        using var directory = new TemporaryDirectory();
        string[] settings = [$"--Store:Directory={directory.Path}", "--Store:LogMegabytes=32", "--Store:MemoryMegabytes=64"];
        await using (var server = await RunningServer.StartAsync([.. settings, "--Writer:SnapshotEvery=1"]))
        {
            await TalkAsync(server);
            Assert.Equal("pending", await EraseAsync(server));
        }

        Assert.NotEmpty(StoredBytes.FilesWith(directory.Path, Words));
        await using var successor = await RunningServer.StartAsync([.. settings, .. Soon]);
        await BecomeCleanAsync(successor, directory.Path);
        await NumbersStayAsync(successor);
    }

    /// <summary>Asked again, the server says so, and what it says is true.</summary>
    private static async Task BecomeCleanAsync(RunningServer server, string directory)
    {
        await Eventually.HoldsAsync("the server says that the files are clean", async () =>
        {
            using var ada = server.As(Person);
            using var answer = await ada.DeleteAsync("/api/v1/sites/gazette/people/me");
            return answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files").GetString() == "clean";
        });
        Assert.Empty(StoredBytes.FilesWith(directory, Words, Name));
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

    /// <returns>How it is with the store's files.</returns>
    private static async Task<string?> EraseAsync(RunningServer server)
    {
        using var ada = server.As(Person);
        var erased = await ada.DeleteAsync("/api/v1/sites/gazette/people/me").JsonAsync();
        Assert.Equal((1, 2), (erased.GetProperty("threads").GetInt32(), erased.GetProperty("comments").GetInt32()));
        return erased.GetProperty("files").GetString();
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
        const string Page = "/api/v1/sites/gazette/articles/bridge/comments?sort=oldest";
        await Eventually.HoldsAsync("the store answers", async () =>
        {
            using var answer = await server.Anybody.GetAsync(new Uri(Page, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        });
        var page = await server.Anybody.GetAsync(Page).JsonAsync();
        Assert.Equal([1, 2, 3], page.Numbers());
        var statuses = page.GetProperty("comments").EnumerateArray().Select(comment => comment.GetProperty("status").GetString());
        Assert.Equal(["erased", "published", "erased"], statuses);
    }
}
