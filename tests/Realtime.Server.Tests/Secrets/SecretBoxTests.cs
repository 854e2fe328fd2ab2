using System.Buffers.Text;
using System.Text;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Sites;
using Realtime.Server.Secrets;
using Xunit;

namespace Realtime.Server.Tests.Secrets;

public class SecretBoxTests
{
    private static readonly SiteId Gazette = new("gazette");

    [Fact]
    public void A_secret_opens_where_it_was_sealed_for_and_nowhere_else()
    {
        var box = new SecretBox(Keys.Of(Keys.One));
        var secret = Sealed(box, "k1", SecretPurposes.Hook);

        Assert.Equal("the secret", Opened(box, Gazette, secret));
        Assert.Null(Opened(box, new SiteId("chronicle"), secret));
        Assert.Null(Opened(box, Gazette, secret with { Id = "k2" }));
        Assert.Null(Opened(box, Gazette, secret with { Purpose = SecretPurposes.SignOn }));
        Assert.Null(Opened(new SecretBox(Keys.Of(Keys.Other)), Gazette, secret));
    }

    [Fact]
    public void A_former_key_still_opens_what_was_sealed_with_it()
    {
        var secret = Sealed(new SecretBox(Keys.Of(Keys.One)), "k1", SecretPurposes.Hook);

        Assert.Equal("the secret", Opened(new SecretBox(Keys.Of(Keys.Other, Keys.One)), Gazette, secret));
    }

    [Fact]
    public void The_same_secret_sealed_twice_looks_different_and_never_like_itself()
    {
        var box = new SecretBox(Keys.Of(Keys.One));
        var (one, other) = (Sealed(box, "k1", SecretPurposes.Hook), Sealed(box, "k1", SecretPurposes.Hook));

        Assert.NotEqual(one.Sealed, other.Sealed);
        Assert.DoesNotContain("the secret", Encoding.Latin1.GetString(Base64Url.DecodeFromChars(one.Sealed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base 64!")]
    [InlineData("AAAA")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_sealed_secret_does_not_open(string text) =>
        Assert.Null(Opened(new SecretBox(Keys.Of(Keys.One)), Gazette, new SiteSecret("k1", SecretPurposes.Hook, text, default)));

    [Fact]
    public void Without_a_key_nothing_is_sealed_except_in_Development()
    {
        Assert.Null(new SecretBox(Keys.Of(key: null)).Seal(Gazette, "k1", SecretPurposes.Hook, "s"u8));
        Assert.NotNull(new SecretBox(Keys.InDevelopment).Seal(Gazette, "k1", SecretPurposes.Hook, "s"u8));
    }

    private static SiteSecret Sealed(SecretBox box, string id, string purpose) => new(id, purpose, box.Seal(Gazette, id, purpose, "the secret"u8)!, default);

    private static string? Opened(SecretBox box, SiteId site, SiteSecret secret) => box.Open(site, secret) is { } opened ? Encoding.UTF8.GetString(opened) : null;
}
