using Realtime.Server.Embedding;
using Xunit;

namespace Realtime.Server.Tests.Embedding;

public class EmbeddingOptionsTests
{
    [Theory]
    [InlineData("https://www.gazette.example")]
    [InlineData("https://*.gazette.example")]
    [InlineData("*")]
    public void A_page_that_may_frame_is_an_origin(string origin) => Assert.Empty(new EmbeddingOptions { FrameAncestors = [origin] }.Mistakes());

    [Theory]
    [InlineData("www.gazette.example")]
    [InlineData("https://www.gazette.example/news")]
    [InlineData("https://a.example; script-src *")]
    public void What_is_no_origin_is_named_with_its_key(string origin) =>
        Assert.StartsWith("Embedding:FrameAncestors", Assert.Single(new EmbeddingOptions { FrameAncestors = [origin] }.Mistakes()), StringComparison.Ordinal);

    [Fact]
    public void A_language_without_words_is_named_with_its_key() =>
        Assert.StartsWith("Embedding:Language", Assert.Single(new EmbeddingOptions { Language = "xx" }.Mistakes()), StringComparison.Ordinal);
}
