using Realtime.Discussion.Addressing;
using Xunit;
using static Realtime.Discussion.Tests.Addressing.Present;

namespace Realtime.Discussion.Tests.Addressing;

public class MentionsTests
{
    [Theory]
    [InlineData("as @Armen and @garo said", "Armen=@Armen", "Garo=@garo")]
    [InlineData("(@Armen)", "Armen=@Armen")]
    [InlineData("ask @Армен!", "Armen=@Армен")]
    [InlineData("ask @John Papazian about it", "John Papazian=@John Papazian")]
    [InlineData("ask @john about it", "John Papazian=@john")]
    [InlineData("write to armen@garo.example")]
    [InlineData("@ Armen")]
    [InlineData("@@ nobody @")]
    [InlineData("@Armenia is a country")]
    [InlineData("@Armen @Armen", "Armen=@Armen", "Armen=@Armen")]
    public void Who_is_named_with_an_at_is_found(string text, params string[] mentioned) =>
        Assert.Equal(mentioned, Mentioned(text, "Armen", "Garo", "John Papazian"));

    [Fact]
    public void The_longest_name_that_fits_is_meant() =>
        Assert.Equal(["Armen Sarkissian=@Armen Sarkissian"], Mentioned("thanks @Armen Sarkissian jan", "Armen", "Armen Sarkissian"));

    [Fact]
    public void Nobody_is_guessed() => Assert.Empty(Mentioned("thanks @Armen", "Armen", "Армен"));

    [Fact]
    public void A_comment_of_nothing_but_names_stops_being_read() =>
        Assert.Equal(Mentions.Most, Mentioned(string.Concat(Enumerable.Repeat("@Armen ", 500)), "Armen").Count());
}
