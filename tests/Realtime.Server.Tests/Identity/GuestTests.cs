using Microsoft.Extensions.DependencyInjection;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Server.Tests.Servers;
using Realtime.Testing;
using Xunit;

namespace Realtime.Server.Tests.Identity;

public class GuestTests(DevelopmentServer fixture)
{
    private readonly TestSite _site = new(fixture.Server);

    [Fact]
    public async Task A_guest_comments_under_the_name_they_chose()
    {
        await _site.SetAsync("settings", new { guests = "on" });
        var guest = await _site.BecomeGuestAsync("  Ada \u202e L.  ").JsonAsync();

        var posted = await fixture.Server.With(guest.GetProperty("token").GetString()!).PostCommentAsync(_site.Thread).JsonAsync();
        var author = posted.GetProperty("comment").GetProperty("author");

        Assert.StartsWith("guest:", author.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("Ada L.", author.GetProperty("name").GetString());
        Assert.Equal(("Ada L.", author.GetProperty("id").GetString()), (guest.GetProperty("name").GetString(), guest.GetProperty("userId").GetString()));
    }

    [Fact]
    public async Task A_site_that_has_not_asked_for_guests_takes_none()
    {
        await _site.BecomeGuestAsync("Ada").IsRefusedAsync(403, "guests_not_allowed");
        await _site.SetAsync("settings", new { guests = "off" });
        await _site.BecomeGuestAsync("Ada").IsRefusedAsync(403, "guests_not_allowed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\u200b\u202e")]
    public async Task A_name_of_nothing_to_see_is_refused(string? name)
    {
        await _site.SetAsync("settings", new { guests = "on" });
        await _site.BecomeGuestAsync(name).IsRefusedAsync(422, "name_invalid");
    }

    [Theory]
    [InlineData("ada lovelace")]
    [InlineData("Аdа Lоvеlасе")] // Cyrillic letters among them
    [InlineData("A d a Love1ace")]
    [InlineData("ＡＤＡ ＬＯＶＥＬＡＣＥ")]
    public async Task A_name_that_looks_like_that_of_somebody_who_has_signed_in_is_taken(string name)
    {
        await _site.SetAsync("settings", new { guests = "on" });
        await RegisterAsync("Ada Lovelace", "ada");

        await _site.BecomeGuestAsync(name).IsRefusedAsync(409, "name_taken");
        await _site.BecomeGuestAsync("Charles Babbage").JsonAsync();
    }

    [Fact]
    public async Task The_name_of_another_guest_may_be_used_again()
    {
        await _site.SetAsync("settings", new { guests = "on" });
        var guest = await _site.BecomeGuestAsync("Ada").JsonAsync();
        await fixture.Server.With(guest.GetProperty("token").GetString()!).PostCommentAsync(_site.Thread).JsonAsync();
        await RegisterAsync("Bob", "bob");

        await _site.BecomeGuestAsync("Ada").JsonAsync();
    }

    [Fact]
    public async Task A_guest_of_one_site_is_nobody_on_another()
    {
        await _site.SetAsync("settings", new { guests = "on" });
        var token = (await _site.BecomeGuestAsync("Ada").JsonAsync()).GetProperty("token").GetString()!;

        await fixture.Server.With(token).PostCommentAsync(new TestSite(fixture.Server).Thread).IsRefusedAsync(401, "token_invalid");
    }

    [Theory]
    [InlineData("guest:1")]
    [InlineData("guest:")]
    public async Task A_sign_on_may_not_name_a_guest(string user)
    {
        const string Secret = "the site's secret, which is long enough too";
        await _site.SetAsync("settings", new { guests = "on" });
        await _site.AddSecretAsync("key", "signOn", Secret);

        await fixture.Server.As(user).PostCommentAsync(_site.Thread).IsRefusedAsync(401, "token_invalid");
        await fixture.Server.With(Tokens.Sign(Tokens.ClaimsOf(user), Secret)).PostCommentAsync(_site.Thread).IsRefusedAsync(401, "token_invalid");
    }

    /// <summary>Whoever has written under a name has it.</summary>
    private async Task RegisterAsync(string name, string user)
    {
        var people = fixture.Server.Services.GetRequiredService<IPeople>();
        await fixture.Server.With(Tokens.Sign([new("sub", user), new("name", name)])).PostCommentAsync(_site.Thread).JsonAsync();
        await Eventually.HoldsAsync(
            $"{name} is registered", async () => await people.HolderOfAsync(new SiteId(_site.Id), name, TestContext.Current.CancellationToken) == new UserId(user));
    }
}
