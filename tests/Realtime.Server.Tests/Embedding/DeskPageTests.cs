using System.Net;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Embedding;

public class DeskPageTests(ProductionServer production)
{
    [Fact]
    public async Task The_desk_is_a_page_that_knows_nothing_and_lets_nothing_foreign_in()
    {
        using var response = await production.Server.Anybody.GetAsync("/desk?site=gazette");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<realtime-desk site=\"gazette\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Theory]
    [InlineData("/desk?site=%22%3E%3Cscript%3E")]
    [InlineData("/desk?site=a%20b")]
    public async Task What_is_no_site_does_not_come_into_the_page(string address)
    {
        using var response = await production.Server.Anybody.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("hy", "<html lang=\"hy\">")]
    [InlineData("ar-EG", "<html lang=\"ar-EG\">")]
    [InlineData("\"><script>", "<html lang=\"en\">")]
    public async Task The_page_is_in_the_language_that_the_address_names(string lang, string written)
    {
        var page = await production.Server.Anybody.GetStringAsync($"/desk?site=gazette&lang={Uri.EscapeDataString(lang)}");

        Assert.Contains(written, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }
}
