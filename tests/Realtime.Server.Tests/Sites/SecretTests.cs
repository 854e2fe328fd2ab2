using System.Net.Http.Json;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Sites;

public class SecretTests(DevelopmentServer fixture, ProductionServer production)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task A_secret_is_told_by_no_answer_and_stands_in_the_clear_nowhere()
    {
        const string Secret = "a secret that nobody must read again";
        var added = await _site.AddSecretAsync("k1", "signOn", Secret);
        var list = await _site.Publisher.GetAsync($"{_site.Path}/secrets").JsonAsync();

        Assert.DoesNotContain(Secret, added.GetRawText() + list.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("k1", "signOn"), (list.GetProperty("secrets")[0].GetProperty("id").GetString(), list.GetProperty("secrets")[0].GetProperty("purpose").GetString()));
    }

    [Fact]
    public async Task A_secret_that_the_server_makes_up_is_told_once()
    {
        var madeUp = (await _site.AddSecretAsync("k1", "hook")).GetProperty("secret").GetString()!;

        Assert.InRange(madeUp.Length, 43, 64);
        Assert.DoesNotContain(madeUp, (await _site.Publisher.GetAsync($"{_site.Path}/secrets").JsonAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"k","purpose":"signOn","secret":"short"}""", 422, "secret_invalid")]
    [InlineData("""{"id":"k","purpose":"nothing"}""", 422, "secret_invalid")]
    [InlineData("""{"id":"a b","purpose":"hook"}""", 422, "secret_invalid")]
    [InlineData("""{"purpose":"hook"}""", 400, "request_malformed")]
    public async Task A_secret_with_a_mistake_is_refused(string json, int status, string code) =>
        await _site.Publisher.SendJsonAsync(HttpMethod.Post, $"{_site.Path}/secrets", json).IsRefusedAsync(status, code);

    [Fact]
    public async Task A_third_of_a_purpose_waits_until_one_is_removed()
    {
        await _site.AddSecretAsync("k1", "hook");
        await _site.AddSecretAsync("k2", "hook");
        await _site.Publisher.PostAsJsonAsync($"{_site.Path}/secrets", new { id = "k3", purpose = "hook" }).IsRefusedAsync(422, "secret_invalid");

        using var removed = await _site.Publisher.DeleteAsync($"{_site.Path}/secrets/k1");
        await _site.AddSecretAsync("k3", "hook");

        await _site.Publisher.DeleteAsync($"{_site.Path}/secrets/k1").IsRefusedAsync(404, "secret_unknown");
    }

    [Fact]
    public async Task A_server_without_a_key_to_keep_secrets_with_keeps_none() =>
        await new TestSite(production.Server).Publisher.PostAsJsonAsync("/api/v1/sites/gazette/secrets", new { id = "k", purpose = "hook" })
            .IsRefusedAsync(409, "secrets_unavailable");
}
