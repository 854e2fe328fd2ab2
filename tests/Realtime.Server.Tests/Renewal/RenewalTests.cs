using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Redis.Stores;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Renewal;

/// <summary>The server goes on in new files of its store while people write.</summary>
public sealed class RenewalTests
{
    private const string Thread = "/api/v1/sites/gazette/articles/bridge";

    [Fact]
    public async Task Whoever_is_told_to_try_again_meanwhile_has_every_comment_in_the_thread_once()
    {
        await using var server = await RunningServer.StartAsync("--Store:LogMegabytes=32", "--Store:MemoryMegabytes=64", "--Logging:LogLevel:Orleans=None");
        using var enough = new CancellationTokenSource();
        var acknowledged = new List<string>[4];
        var posting = Enumerable.Range(0, acknowledged.Length).Select(i => PostAsync(server, $"person-{i}", acknowledged[i] = [], enough.Token)).ToList();
        var store = server.Services.GetRequiredService<OpenedStore>();
        for (var renewal = 0; renewal < 3; renewal++)
        {
            Assert.True(await store.Renewal.RunAsync(TestContext.Current.CancellationToken));
            var before = acknowledged.Select(ids => ids.Count).ToList();
            await Eventually.HoldsAsync("everybody's comments are taken again", () => acknowledged.Zip(before).All(pair => pair.First.Count > pair.Second));
        }

        await enough.CancelAsync();
        await Task.WhenAll(posting);
        Assert.Equal(acknowledged.SelectMany(ids => ids).Order(StringComparer.Ordinal), (await PostedAsync(server)).Order(StringComparer.Ordinal));
    }

    /// <summary>As a client does: the same comment under the same id, until it is taken.</summary>
    private static async Task PostAsync(RunningServer server, string person, List<string> acknowledged, CancellationToken enough)
    {
        using var client = server.As(person);
        for (var number = 1; !enough.IsCancellationRequested; number++)
        {
            var id = $"{person}-{number}";
            await Eventually.HoldsAsync($"{id} is taken", async () =>
            {
                using var answer = await client.PostAsJsonAsync($"{Thread}/comments", new { clientCommentId = id, body = $"comment {id}" });
                Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                return answer.IsSuccessStatusCode;
            });
            acknowledged.Add(id);
        }
    }

    private static async Task<List<string>> PostedAsync(RunningServer server)
    {
        var journal = server.Services.GetRequiredService<IJournal>();
        var slice = await journal.ReadAsync(new ThreadKey(new SiteId("gazette"), new ArticleId("bridge")).Journal, 0, int.MaxValue, CancellationToken.None);
        return [.. slice.Entries.Select(entry => ThreadEventCodec.Decode(entry.Span)).OfType<CommentPosted>().Select(posted => posted.ClientCommentId)];
    }
}
