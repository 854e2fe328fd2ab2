using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging;
using Realtime.Server.Tests.Live;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Security;

/// <summary>What people write and who they are stays out of the logs, also where something is refused.</summary>
public sealed class LogTests
{
    private const string Words = "marmalade-sandwich", Banned = "blorptrumpet", Reason = "unbecoming-conduct", Address = "203.0.113.77";

    private readonly ConcurrentQueue<string> _log = [];

    [Fact]
    public async Task Logs_hold_neither_words_nor_reasons_nor_tokens_nor_addresses()
    {
        await using var server = await RunningServer.StartAsync(
            builder => builder.Logging.AddProvider(new Remembering(_log)), "--Screening:Enabled=true", "--Logging:LogLevel:Realtime=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Information");
        var (site, token) = (new TestSite(server), Tokens.For("ada"));
        await site.SetAsync("policy/words", new { banned = new[] { Banned }, suspect = Array.Empty<string>(), allowed = Array.Empty<string>() });
        using var ada = server.With(token);
        ada.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
        await using var hub = await HubReader.ConnectAsync(server, token);

        // As a browser does, which can send no headers with a WebSocket.
        using var asked = await server.Anybody.PostAsync($"/hubs/discussion/negotiate?negotiateVersion=1&access_token={token}", null);
        Assert.True(asked.IsSuccessStatusCode);

        await ada.PostCommentAsync(site.Thread, Words).JsonAsync();
        await ada.PostCommentAsync(site.Thread, $"{Banned} {Words}").IsRefusedAsync(422, "comment_refused");
        await ada.SendJsonAsync(HttpMethod.Post, $"{site.Thread}/comments", $$"""{ "body": "{{Words}}", "clientCommentId": { "{{Words}}": 1 } }""").IsRefusedAsync(400, "request_malformed");
        await server.As("bob").PostAsJsonAsync($"{site.Thread}/comments/1/reports", new { reason = "abusive", detail = Words }).JsonAsync();
        await PostOnHubAsync(hub, site, $"{Banned} {Words}");
        await site.SanctionAsync(site.Moderator, "ada", new { kind = "ban", reason = Reason }).JsonAsync();
        await PostOnHubAsync(hub, site, Words);
        await ada.DeleteAsync($"{site.Path}/people/me").JsonAsync();

        Assert.NotEmpty(_log);
        Assert.DoesNotContain(_log, line => new[] { Words, Banned, Reason, token, token.Split('.')[2], Address }.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(_log, line => line.StartsWith(nameof(LogLevel.Error), StringComparison.Ordinal));
    }

    /// <summary>It is refused each time, first for its words, then because its author is banned.</summary>
    private static Task<HubException> PostOnHubAsync(HubReader hub, TestSite site, string body) =>
        Assert.ThrowsAsync<HubException>(() => hub.Hub.InvokeAsync<object>("Post", site.Id, "an-article", new { clientCommentId = Guid.NewGuid().ToString("N"), body }));
}
