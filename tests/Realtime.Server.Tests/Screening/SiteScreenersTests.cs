using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Server.Screening;
using Xunit;

namespace Realtime.Server.Tests.Screening;

public class SiteScreenersTests
{
    private static readonly SiteId Site = new("gazette");

    [Fact]
    public void A_site_without_settings_has_the_usual_policy() => Assert.Equal(ScreeningPolicy.Usual, new SiteScreeners().Of(Site).Policy.Steps);

    [Fact]
    public void A_new_policy_takes_the_place_of_the_old_one_and_of_no_other_site()
    {
        var screeners = new SiteScreeners();
        screeners.Set(Site, new ScreeningPolicy { Words = new() { Banned = ["blorp"] } });
        Assert.Equal(1, screeners.Of(Site).Words.Entries);
        screeners.Set(Site, new ScreeningPolicy());
        Assert.Equal(0, screeners.Of(Site).Words.Entries);
        Assert.Equal(0, screeners.Of(new SiteId("other")).Words.Entries);
    }

    [Fact]
    public void Mistakes_in_the_options_name_the_key()
    {
        var options = new ScreeningOptions { Toxicity = new() { Within = TimeSpan.Zero }, External = new() { BreakAtShare = 2 } };
        Assert.Equal(["Screening:Toxicity:Within", "Screening:External:BreakAtShare"], options.Mistakes().Select(mistake => mistake.Split(' ')[0]));
    }
}
