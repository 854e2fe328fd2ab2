using CsCheck;
using Realtime.Discussion.Identity;
using Xunit;

namespace Realtime.Discussion.Tests.Identity;

public class IdTests
{
    [Theory]
    [InlineData("gazette")]
    [InlineData("g.a_z~e-t")]
    [InlineData("1")]
    public void A_site_id_of_plain_letters_passes(string text) => Assert.True(SiteId.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("{a}")]
    [InlineData("<script>")]
    [InlineData("թերթ")]
    [InlineData("a\u202eb")]
    [InlineData("a\0")]
    [InlineData("%2e%2e")]
    public void Anything_else_is_no_site_and_no_article(string? text)
    {
        Assert.False(SiteId.TryParse(text, out _));
        Assert.False(ArticleId.TryParse(text, out _));
    }

    [Fact]
    public void Ids_end_at_their_greatest_length()
    {
        Assert.True(SiteId.TryParse(new string('a', 64), out _));
        Assert.False(SiteId.TryParse(new string('a', 65), out _));
        Assert.True(ArticleId.TryParse(new string('a', 128), out _));
        Assert.False(ArticleId.TryParse(new string('a', 129), out _));
    }

    [Fact]
    public void A_thread_key_reads_what_it_wrote()
    {
        Assert.True(ThreadKey.TryParse("gazette", "2026:bridge@city", out var key));
        Assert.Equal(key, ThreadKey.Parse(key.ToString()));
    }

    [Theory]
    [InlineData("auth0|5f7c8ec7c33c6c004bbafe82")]
    [InlineData("ani@gazette.example")]
    [InlineData("Նաիրուհի")]
    [InlineData("😀")]
    [InlineData("with space")]
    public void A_user_id_is_what_a_sign_on_calls_people(string text) => Assert.True(UserId.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u2028b")]
    [InlineData("ani\u200b")]
    [InlineData("\u202eina")]
    public void What_is_broken_or_invisible_is_no_user_id(string? text) => Assert.False(UserId.TryParse(text, out _));

    [Fact]
    public void Half_a_surrogate_pair_is_no_user_id()
    {
        Assert.False(UserId.TryParse("\ud800", out _));
        Assert.False(UserId.TryParse("\udc00\ud800", out _));
    }

    [Fact]
    public void Any_text_is_parsed_without_an_exception() => Gen.String.Sample(text =>
    {
        _ = SiteId.TryParse(text, out _) | ArticleId.TryParse(text, out _) | UserId.TryParse(text, out _) | ThreadKey.TryParse(text, text, out _);
    });
}
