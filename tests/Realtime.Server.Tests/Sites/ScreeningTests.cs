using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Identity;
using Realtime.Server.Screening;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Sites;

/// <summary>What a site sets is what this host screens by.</summary>
public class ScreeningTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    private SiteId Id => new(_site.Id);

    [Fact]
    public async Task A_change_of_words_and_rules_is_taken_over_by_the_screening()
    {
        var screeners = fixture.Server.Services.GetRequiredService<SiteScreeners>();
        await _site.SetAsync("policy/words", new { banned = new[] { "blorp" } });
        await Eventually.HoldsAsync("the words are compiled", () => screeners.Of(Id).Policy.Words.Banned.Contains("blorp"));
        var words = screeners.Of(Id).Words;

        await _site.SetAsync("policy", new { rules = new[] { new { number = 1, title = "Be kind" } } });
        await Eventually.HoldsAsync("the rules are there", () => screeners.Of(Id).Policy.Rules.Count == 1);

        Assert.Same(words, screeners.Of(Id).Words);
    }

    [Fact]
    public async Task The_servers_that_a_site_asks_are_known_with_their_secrets_opened()
    {
        var endpoints = fixture.Server.Services.GetRequiredService<IScreeningEndpoints>();
        await _site.SetAsync("settings", new { toxicityAddress = "https://scores.example/", hookAddress = "https://hook.example/" });
        await _site.AddSecretAsync("tox", "toxicity", "the classifier's key");
        await _site.AddSecretAsync("h1", "hook", "the older of two keys for the hook");
        await _site.AddSecretAsync("h2", "hook", "the newer of two keys for the hook");

        await Eventually.HoldsAsync("both keys of the hook are known", () => endpoints.HookOf(Id)?.Keys.Count == 2);

        Assert.Equal(new ToxicityEndpoint(new Uri("https://scores.example/"), "the classifier's key"), endpoints.ToxicityOf(Id));
        Assert.Equal(["h2", "h1"], endpoints.HookOf(Id)!.Keys.Select(key => key.Id));
        Assert.Equal("the newer of two keys for the hook"u8.ToArray(), endpoints.HookOf(Id)!.Keys[0].Secret);
    }

    [Fact]
    public async Task An_address_that_was_taken_back_is_asked_no_more()
    {
        var endpoints = fixture.Server.Services.GetRequiredService<IScreeningEndpoints>();
        await _site.SetAsync("settings", new { toxicityAddress = "https://scores.example/" });
        await Eventually.HoldsAsync("the classifier is known", () => endpoints.ToxicityOf(Id) is not null);

        await _site.SetAsync("settings", new { });

        await Eventually.HoldsAsync("the classifier is forgotten", () => endpoints.ToxicityOf(Id) is null);
    }
}
