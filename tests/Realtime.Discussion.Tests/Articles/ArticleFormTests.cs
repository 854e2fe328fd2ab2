using Realtime.Discussion.Articles;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Articles;

public class ArticleFormTests
{
    private static readonly Article Sound = new()
        { Title = "Կամուրջը բացվեց", Url = "https://gazette.example/bridge?x=1", Section = "City", Tags = ["bridge", "שלום"] };

    public static TheoryData<string> BadLines => ["", "  ", "two\nlines", "nul\0", "broken \ud800", "turned \u202e around", "isolate \u2067", "line\u2028break"];

    [Fact]
    public void A_sound_description_passes() => Assert.Null(ArticleForm.Refuse(Sound));

    [Fact]
    public void A_title_alone_is_enough() => Assert.Null(ArticleForm.Refuse(new Article { Title = "A" }));

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_bad_title_is_refused(string title) => Assert.Equal(RefusalCode.RequestMalformed, ArticleForm.Refuse(Sound with { Title = title }));

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_bad_section_is_refused(string section) => Assert.NotNull(ArticleForm.Refuse(Sound with { Section = section }));

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_bad_tag_is_refused(string tag) => Assert.NotNull(ArticleForm.Refuse(Sound with { Tags = ["good", tag] }));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("ftp://gazette.example/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("https://")]
    [InlineData("https://gazette.example/with space")]
    [InlineData("")]
    public void An_address_outside_the_web_is_refused(string url) => Assert.NotNull(ArticleForm.Refuse(Sound with { Url = url }));

    [Fact]
    public void What_is_too_long_is_refused()
    {
        Assert.NotNull(ArticleForm.Refuse(Sound with { Title = new string('x', ArticleForm.MaxTitle + 1) }));
        Assert.NotNull(ArticleForm.Refuse(Sound with { Url = "https://a.example/" + new string('x', ArticleForm.MaxUrl) }));
        Assert.NotNull(ArticleForm.Refuse(Sound with { Section = new string('x', ArticleForm.MaxSection + 1) }));
        Assert.NotNull(ArticleForm.Refuse(Sound with { Tags = [new string('x', ArticleForm.MaxTag + 1)] }));
        Assert.NotNull(ArticleForm.Refuse(Sound with { Tags = [.. Enumerable.Repeat("x", ArticleForm.MaxTags + 1)] }));
    }
}
