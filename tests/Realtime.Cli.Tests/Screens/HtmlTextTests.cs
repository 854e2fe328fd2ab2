using Realtime.Cli.Screens;
using Xunit;

namespace Realtime.Cli.Tests.Screens;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p>\n<p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One<br />\nTwo</p>", "One\nTwo")]
    [InlineData("<p>One\n  two <em>three</em> four</p>", "One two three four")]
    [InlineData("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>", "• a\n• b\n\nc")]
    [InlineData("<ol><li>a</li><li><p>b</p><p>c</p></li></ol>", "1. a\n2. b\n\n  c")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "• a\n  • b\n• c")]
    [InlineData("<blockquote>\n<p>said</p>\n</blockquote>\n<p>no</p>", "│ said\n\nno")]
    [InlineData("<pre><code>if (x)\n    y();\n</code></pre><p>z</p>", "if (x)\n    y();\n\nz")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Html_reads_as_text(string? html, string text) => Assert.Equal(text, HtmlText.Plain(html));

    [Theory]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData("1 < 2 and <3", "1 < 2 and <3")]
    [InlineData("<b", "<b")]
    [InlineData("<img src=x onerror=\"a>b\">x", "x")]
    [InlineData("</p></ul></li></em></blockquote>x", "x")]
    public void Broken_or_strange_html_is_text_or_nothing(string html, string text) => Assert.Equal(text, HtmlText.Plain(html));

    [Theory]
    [InlineData("&#27;[2J&#x9b;2Jx")]
    [InlineData("\u001b[2J\u009b2Jx")]
    [InlineData("<em>&#27;</em>[2J<code>&#155;</code>2Jx")]
    public void An_escape_character_does_not_hide_in_an_entity(string html) => Assert.Equal("[2J2Jx", HtmlText.Plain(html));

    [Theory]
    [InlineData("<a href=\"https://example.org/\">https://example.org/</a>", "https://example.org/")]
    [InlineData("<a href=\"https://evil.example/\" rel=\"nofollow\">my bank</a>!", "my bank (https://evil.example/)!")]
    [InlineData("<a href=\"https://x.example/&#27;]8;;\">here</a>", "here (https://x.example/]8;;)")]
    public void A_link_shows_where_it_leads(string html, string text) => Assert.Equal(text, HtmlText.Plain(html));

    [Fact]
    public void Emphasis_is_kept_and_nests()
    {
        var words = HtmlText.Read("<strong>a<em>b</em></strong><code>c</code>");

        Assert.Equal([new("a", Emphasis.Strong), new("b", Emphasis.Strong | Emphasis.Italic), new("c", Emphasis.Code)], words);
    }

    [Fact]
    public void Depth_does_not_push_the_words_off_the_screen() =>
        Assert.Equal("│ │ │ │ x", HtmlText.Plain(string.Concat(Enumerable.Repeat("<blockquote>", 2000)) + "x"));
}
