using Xunit;
using static Realtime.Server.Tests.Bodies.Written;

namespace Realtime.Server.Tests.Bodies;

public class DirectionTests
{
    private const string Turns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    [Fact]
    public void Characters_that_turn_text_around_stay_in_the_text_and_not_in_the_html()
    {
        var body = Body($"safe {Turns}txt.exe");

        Assert.Equal($"safe {Turns}txt.exe", body.Text);
        Assert.Equal("<p dir=\"auto\">safe txt.exe</p>\n", body.Html);
    }

    [Theory]
    [InlineData("**a\u202eb**")]
    [InlineData("`a\u202eb`")]
    [InlineData("```\na\u202eb\n```")]
    [InlineData("[a\u202eb](https://gazette.example/\u202e)")]
    [InlineData("https://gazette.example/a\u202eb")]
    [InlineData("> - a\u2067b")]
    public void Nor_do_they_reach_the_page_inside_formatting(string text)
    {
        var html = Html(text);

        Assert.DoesNotContain(html, c => Turns.Contains(c, StringComparison.Ordinal));
        Assert.DoesNotContain("%E2%80%AE", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Marks_of_direction_stay() => Assert.Contains("\u200f", Html("שלום\u200f!"), StringComparison.Ordinal);

    [Fact]
    public void Every_block_finds_its_own_direction() =>
        Assert.Equal(
            "<p dir=\"auto\">שלום</p>\n<ul dir=\"auto\">\n<li dir=\"auto\">مرحبا</li>\n<li dir=\"auto\">hello</li>\n</ul>\n<pre dir=\"auto\"><code>x\n</code></pre>\n",
            Html("שלום\n\n- مرحبا\n- hello\n\n```\nx\n```"));
}
