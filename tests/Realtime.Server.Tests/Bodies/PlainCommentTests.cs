using CsCheck;
using Realtime.Server.Bodies;
using Xunit;
using static Realtime.Server.Tests.Bodies.Written;

namespace Realtime.Server.Tests.Bodies;

public class PlainCommentTests
{
    private static readonly Gen<string> Parts = Gen.OneOf<string>(
        Gen.OneOf(
            " ", "  ", "\n", "\n\n", "\n \n", "    ", "word", "կամուրջ", "😀", "-", "+", "- ", "1", "12.", "1)", "2024 ", "#", "# ", "=", "===", "---", "|", ":", "://", "www.", "WWW.", "http", "tel:",
            "!", "\"", "'", "&", "&amp;", ";", "(", ")", "{", "}", "$", "^", "%", ".", ",", "@", "@ani", "\u00a0", "\u3000", "\u2003", "\u200b", "\ufeff", "\u0085", "\u00ad", "…", "«", "~", "/", "?", "e\u0301"),
        Gen.String[Gen.Char[' ', '~'], 0, 12],
        Gen.String);

    [Fact]
    public void The_short_way_leads_where_the_long_way_does() => Parts.Array[1, 25].Select(string.Concat).Sample(
        text =>
        {
            if (Read(text).Value is not { } body) return;
            var safe = VisibleText.WithoutTurns(body.Text);
            if (PlainComment.Render(safe) is { } plain) Assert.Equal(LongWay(safe), plain);
        },
        iter: 5_000);

    [Theory]
    [InlineData("An ordinary comment, as most are. It has two sentences & a question?")]
    [InlineData("One line\nand another\n\nand a paragraph: 50% (of all) - \"so\" it is; isn't it!")]
    [InlineData("Սովորական մեկնաբանություն։")]
    [InlineData("-5 degrees, +3 tomorrow, 2024 was warmer, #1 of all, @ani")]
    public void Ordinary_comments_take_the_short_way(string text) => Assert.NotNull(PlainComment.Render(text));
}
