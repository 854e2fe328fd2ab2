using CsCheck;
using Realtime.Server.Bodies;
using Xunit;

namespace Realtime.Server.Tests.Bodies;

public class DisplayNameTests
{
    [Theory]
    [InlineData("Ani", "Ani")]
    [InlineData("  Ani \t\n Petrosyan  ", "Ani Petrosyan")]
    [InlineData("Ani\u00a0Petrosyan", "Ani Petrosyan")]
    [InlineData("e\u0301", "é")]
    [InlineData("Նաիրուհի", "Նաիրուհի")]
    [InlineData("דָּוִד", "דָּוִד")]
    [InlineData("क्षितिज", "क्षितिज")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("👩‍🚀", "👩‍🚀")]
    [InlineData("<b>Ani</b>", "<b>Ani</b>")]
    [InlineData("A\0n\u0007i", "Ani")]
    [InlineData("\u202einA\u202c", "inA")]
    [InlineData("A\u200bn\u2060i\ufeff", "Ani")]
    [InlineData("Ani\u200d", "Ani")]
    [InlineData("\u0301Ani", "Ani")]
    [InlineData("\u3164Ani\u2800", "Ani")]
    public void This_name_shows_as_that(string name, string shown) => Assert.Equal(shown.Normalize(), DisplayName.Clean(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200b\u202e\0")]
    [InlineData("\u3164")]
    public void Nothing_to_see_is_no_name(string? name) => Assert.Null(DisplayName.Clean(name));

    [Fact]
    public void A_long_name_is_cut_between_characters() =>
        Assert.Equal(string.Concat(Enumerable.Repeat("👍🏽", 64)), DisplayName.Clean(string.Concat(Enumerable.Repeat("👍🏽", 100))));

    [Fact]
    public void Half_a_surrogate_pair_is_dropped() => Assert.Equal("Ani", DisplayName.Clean("A\ud83dni\ude00"));

    [Fact]
    public void Zalgo_is_combed() => Assert.True(DisplayName.Clean("Z" + new string('\u0335', 500) + "algo")!.Length < 15);

    [Fact]
    public void Any_name_is_cleaned_without_an_exception_and_once_is_enough() => Gen.OneOf<string>(Gen.String, Gen.OneOf("a", "ա", "\u0301", "\u200d", "😀", "\ud83d", " ", "\0", "\u3164").Array.Select(string.Concat)).Sample(name =>
        DisplayName.Clean(name) is not { } cleaned || (cleaned.Length <= 1024 && DisplayName.Clean(cleaned) == cleaned && !cleaned.Any(char.IsControl)));
}
