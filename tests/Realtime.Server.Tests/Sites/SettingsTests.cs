using System.Text.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Sites;

public class SettingsTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task Settings_are_read_as_they_were_written_with_times_in_seconds()
    {
        const string Settings = """
            {"moderation":"pre","guests":"review","slowMode":30,"closeAfter":1209600,"locked":true,"floodGuard":{"comments":100,"within":90,"response":"review",
            "slowMode":120,"for":1200},"holdAtReports":3,"keepAddressesFor":604800,"toxicityAddress":"https://scores.example/v1","hookAddress":"https://gazette.example/hook",
            "signOn":{"authority":"https://login.example","issuer":"i","audience":"a","idClaim":"oid","nameClaim":"nick","rolesClaim":"groups","badgesClaim":"tiers"}}
            """;

        var changed = await _site.Publisher.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/settings", Settings).JsonAsync();
        var read = await _site.Moderator.GetAsync($"{_site.Path}/settings").JsonAsync();

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(Settings).RootElement, read), read.GetRawText());
        Assert.True(JsonElement.DeepEquals(changed, read));
    }

    [Fact]
    public async Task What_a_new_document_leaves_out_is_as_usual()
    {
        await _site.SetAsync("settings", new { locked = true, slowMode = 30 });
        await _site.SetAsync("settings", new { guests = "on" });

        var read = await _site.Publisher.GetAsync($"{_site.Path}/settings").JsonAsync();

        Assert.False(read.GetProperty("locked").GetBoolean());
        Assert.False(read.TryGetProperty("slowMode", out _));
        Assert.Equal("post", read.GetProperty("moderation").GetString());
        Assert.Equal(2_592_000, read.GetProperty("keepAddressesFor").GetInt32());
    }

    [Fact]
    public async Task Every_mistake_is_told_with_the_path_of_its_setting()
    {
        var problem = await _site.Publisher.SendJsonAsync(
            HttpMethod.Put, $"{_site.Path}/settings", """{"moderation":"never","slowMode":-1,"floodGuard":{"comments":0},"signOn":{"keySet":"nowhere"}}""")
            .IsRefusedAsync(422, "settings_invalid");

        var detail = problem.GetProperty("detail").GetString();
        Assert.All(
            ["moderation must be one of post, pre.", "slowMode must be", "floodGuard.comments must be", "signOn.keySet must be", "signOn.audience must be"],
            mistake => Assert.Contains(mistake, detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_policy_is_for_everybody_to_read()
    {
        await _site.SetAsync("policy", new { rules = new[] { new { number = 1, title = "Be kind", text = "Բարեւ" } } });

        var rule = (await _site.Server.Anybody.GetAsync($"{_site.Path}/policy").JsonAsync()).GetProperty("rules")[0];

        Assert.Equal((1, "Be kind", "Բարեւ"), (rule.GetProperty("number").GetInt32(), rule.GetProperty("title").GetString(), rule.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_site_of_which_nothing_is_set_has_an_empty_policy() =>
        Assert.Equal(0, (await _site.Server.Anybody.GetAsync($"{_site.Path}/policy").JsonAsync()).GetProperty("rules").GetArrayLength());

    [Theory]
    [InlineData("""{}""", "rules must be given.")]
    [InlineData("""{"rules":[null]}""", "rules[0].number must be given.")]
    [InlineData("""{"rules":[{"number":1,"title":"a"},{"number":1,"title":"b"}]}""", "rules[1].number")]
    public async Task A_policy_with_a_mistake_is_refused(string json, string mistake)
    {
        var problem = await _site.Publisher.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/policy", json).IsRefusedAsync(422, "policy_invalid");

        Assert.Contains(mistake, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_lists_may_be_long()
    {
        var words = Enumerable.Range(0, 50_000).Select(i => $"армянский{Letters(i)}").ToArray();

        await _site.SetAsync("policy/words", new { banned = words });

        var read = await _site.Moderator.GetAsync($"{_site.Path}/policy/words").JsonAsync();
        Assert.Equal(50_000, read.GetProperty("banned").GetArrayLength());
    }

    [Fact]
    public async Task A_word_that_is_missing_is_a_mistake()
    {
        var problem = await _site.Moderator.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/policy/words", """{"suspect":["a",null]}""").IsRefusedAsync(422, "words_invalid");

        Assert.Contains("words:suspect[1]", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screening_is_read_as_it_was_written()
    {
        await _site.SetAsync("policy", new { rules = new[] { new { number = 2, title = "No ads" } } });
        var steps = new[] { new { step = "links", on = true, action = "reject", fallback = "allow", rule = 2 } };
        await _site.SetAsync("policy/screening", new
            { steps, nudges = false, limits = new { maxLinks = 0, floodWithin = 20, toxicityFrom = new Dictionary<string, double> { ["THREAT"] = 0.5 } } });

        var read = await _site.Publisher.GetAsync($"{_site.Path}/policy/screening").JsonAsync();

        Assert.Equal("""[{"step":"links","on":true,"action":"reject","fallback":"allow","rule":2}]""", read.GetProperty("steps").GetRawText());
        Assert.Equal((0, 20), (read.GetProperty("limits").GetProperty("maxLinks").GetInt32(), read.GetProperty("limits").GetProperty("floodWithin").GetInt32()));
        Assert.Equal("""{"THREAT":0.5}""", read.GetProperty("limits").GetProperty("toxicityFrom").GetRawText());
        Assert.False(read.GetProperty("nudges").GetBoolean());
    }

    [Fact]
    public async Task A_step_that_does_not_exist_is_refused() =>
        await _site.Publisher.SendJsonAsync(HttpMethod.Put, $"{_site.Path}/policy/screening", """{"steps":[{"step":"magic"}]}""").IsRefusedAsync(422, "settings_invalid");

    private static string Letters(int number) => string.Concat($"{number:00000}".Select(digit => (char)('а' + digit - '0')));
}
