using Xunit;
using static Realtime.Server.Tests.Bodies.Written;

namespace Realtime.Server.Tests.Bodies;

/// <summary>What commenters may format, and what shows as they typed it.</summary>
public class FormattingTests
{
    [Theory]
    [InlineData("one", "<p dir=\"auto\">one</p>\n")]
    [InlineData("one\ntwo", "<p dir=\"auto\">one<br>\ntwo</p>\n")]
    [InlineData("one\r\ntwo", "<p dir=\"auto\">one<br>\ntwo</p>\n")]
    [InlineData("one\n\n\n\ntwo", "<p dir=\"auto\">one</p>\n<p dir=\"auto\">two</p>\n")]
    [InlineData("\n  one  \n", "<p dir=\"auto\">one</p>\n")]
    [InlineData("*one* _two_", "<p dir=\"auto\"><em>one</em> <em>two</em></p>\n")]
    [InlineData("**one** __two__", "<p dir=\"auto\"><strong>one</strong> <strong>two</strong></p>\n")]
    [InlineData("~~gone~~ ~here~", "<p dir=\"auto\"><del>gone</del> ~here~</p>\n")]
    [InlineData("`a < b`", "<p dir=\"auto\"><code>a &lt; b</code></p>\n")]
    [InlineData("> said\n\nanswered", "<blockquote dir=\"auto\">\n<p dir=\"auto\">said</p>\n</blockquote>\n<p dir=\"auto\">answered</p>\n")]
    [InlineData("- a\n- b", "<ul dir=\"auto\">\n<li dir=\"auto\">a</li>\n<li dir=\"auto\">b</li>\n</ul>\n")]
    [InlineData("5. a\n6. b", "<ol start=\"5\" dir=\"auto\">\n<li dir=\"auto\">a</li>\n<li dir=\"auto\">b</li>\n</ol>\n")]
    [InlineData("```\nif (a < b)\n  c;\n```", "<pre dir=\"auto\"><code>if (a &lt; b)\n  c;\n</code></pre>\n")]
    public void This_becomes_that(string text, string html) => Assert.Equal(html, Html(text));

    [Theory]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    [InlineData("I <3 you", "I &lt;3 you")]
    [InlineData("&copy; &amp; &#65;", "&amp;copy; &amp;amp; &amp;#65;")]
    [InlineData("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;")]
    [InlineData("\"quoted\" 'so'", "\"quoted\" 'so'")]
    [InlineData("# no heading", "# no heading")]
    [InlineData("no heading\n---", "no heading<br>\n---")]
    [InlineData("***", "***")]
    [InlineData("- - -", "- - -")]
    [InlineData("a | b\n--|--\n1 | 2", "a | b<br>\n--|--<br>\n1 | 2")]
    [InlineData("     indented", "indented")]
    [InlineData("[a]: http://gazette.example", "[a]: <a href=\"http://gazette.example\" rel=\"nofollow ugc noopener noreferrer\">http://gazette.example</a>")]
    [InlineData("[citation](needed)", "[citation](needed)")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("1988 was the year", "1988 was the year")]
    [InlineData("@ani, look", "@ani, look")]
    [InlineData(@"\*not so\*", "*not so*")]
    [InlineData("ani@gazette.example", "ani@gazette.example")]
    public void This_shows_as_typed(string text, string shown) => Assert.Equal($"<p dir=\"auto\">{shown}</p>\n", Html(text));

    [Theory]
    [InlineData("http://gazette.example/a?b=1&c=2", "http://gazette.example/a?b=1&amp;c=2", "http://gazette.example/a?b=1&amp;c=2")]
    [InlineData("https://gazette.example", "https://gazette.example", "https://gazette.example")]
    [InlineData("www.gazette.example", "https://www.gazette.example", "www.gazette.example")]
    [InlineData("mailto:ani@gazette.example", "mailto:ani@gazette.example", "ani@gazette.example")]
    [InlineData("<ani@gazette.example>", "mailto:ani@gazette.example", "ani@gazette.example")]
    [InlineData("<https://gazette.example>", "https://gazette.example", "https://gazette.example")]
    [InlineData("[the paper](https://gazette.example)", "https://gazette.example", "the paper")]
    [InlineData("[*the* paper](https://gazette.example \"title\")", "https://gazette.example", "<em>the</em> paper")]
    public void This_becomes_a_link(string text, string target, string shown) =>
        Assert.Equal($"<p dir=\"auto\"><a href=\"{target}\" rel=\"nofollow ugc noopener noreferrer\">{shown}</a></p>\n", Html(text));

    [Fact]
    public void An_image_becomes_a_link() =>
        Assert.Equal(
            "<p dir=\"auto\">!<a href=\"https://a.example/p.png\" rel=\"nofollow ugc noopener noreferrer\">pic</a></p>\n",
            Html("![pic](https://a.example/p.png)"));

    [Theory]
    [InlineData("****")]
    [InlineData(">")]
    [InlineData("> > >")]
    [InlineData("-\n-\n-")]
    [InlineData("```\n```")]
    [InlineData("` `")]
    [InlineData("[](https://gazette.example)")]
    public void Formatting_around_nothing_shows_something_or_is_refused_as_empty(string text)
    {
        var answer = Read(text);

        Assert.True(answer.Refusal?.Code == Discussion.Threads.RefusalCode.CommentEmpty || Server.Bodies.VisibleText.IsIn(Server.Bodies.HtmlText.Of(answer.Value!.Html)));
    }

    [Fact]
    public void The_text_keeps_what_was_typed() => Assert.Equal("*a* <b>\nc", Body("  *a* <b>\r\nc ").Text);
}
