using System.Net;
using Microsoft.Extensions.Time.Testing;
using Realtime.Discussion.Identity;
using Realtime.Server.Secrets;
using Xunit;

namespace Realtime.Server.Tests.Secrets;

public class AddressHashesTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");
    private static readonly SiteId Gazette = new("gazette"), Chronicle = new("chronicle");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2001:db8:1:2:3::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    public void A_household_is_one_address(string one, string other, bool same)
    {
        var hashes = Hashes();

        Assert.Equal(same, hashes.Of(IPAddress.Parse(one)) == hashes.Of(IPAddress.Parse(other)));
    }

    [Fact]
    public void Servers_with_the_same_key_have_the_same_hashes_and_others_have_others()
    {
        Assert.Equal(Hashes().Of(Home, Gazette), Hashes().Of(Home, Gazette));
        Assert.NotEqual(Hashes().Of(Home, Gazette), Hashes(Keys.Other).Of(Home, Gazette));
        Assert.NotEqual(Hashes(key: null).Of(Home), Hashes(key: null).Of(Home));
    }

    [Fact]
    public void A_hash_says_nothing_on_another_site_or_another_day_and_names_its_day()
    {
        var hashes = Hashes();
        var first = hashes.Of(Home, Gazette);
        Assert.NotEqual(first, hashes.Of(Home, Chronicle));
        Assert.NotEqual(first, hashes.Of(Home));

        _time.Advance(TimeSpan.FromDays(1));

        var next = hashes.Of(Home, Gazette);
        Assert.NotEqual(first.Split('-')[1], next.Split('-')[1]);
        Assert.Equal(int.Parse(first.Split('-')[0], null) + 1, int.Parse(next.Split('-')[0], null));
    }

    [Fact]
    public void The_address_itself_is_not_in_it() => Assert.DoesNotContain("192", Hashes().Of(Home).Split('-')[1][..3], StringComparison.Ordinal);

    private AddressHashes Hashes(string? key = Keys.One) => new(Keys.Of(key), _time);
}
