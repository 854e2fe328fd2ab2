using Realtime.Server.Bodies;
using Xunit;
using static Realtime.Server.Tests.Bodies.Written;

namespace Realtime.Server.Tests.Bodies;

/// <summary>
/// Ten thousand characters that ask for as much work or depth as they can. A stack that overflows would end the process, and with it this test; work that
/// grows with the square of the length would show at the tenfold length, which must still be read.
/// </summary>
public class NestingTests
{
    public static TheoryData<string> Parts =>
    [
        ">", "> ", "- ", "1. ", "> - ", "+ > ", "[", "]", "[]", "[a](", "[a](b", "[a][", "![", "[a]: b\n", "*", "*a ", "*a* ", "**a *b ", "_a", "*_~", "~~", "~~a ", "`", "`a``", "```\n", "<", "<a ", "<http:", "<a@b.c",
        "http://", "http://a.example ", "http://a.example/(", "www.", "mailto:", "\\", "&", "a\n", "*\n", "- a\n", "> a\n", "\t- a\n", "(", "\n\n", "a\n\n", "- a\n\n", "[*`<a> ",
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void It_is_read_and_bounded(string part)
    {
        var answer = Read(Repeat(part, 10_000));

        Assert.True(answer.Refusal is not null || answer.Value!.Html.Length < 500_000);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Ten_times_as_much_is_read_as_well(string part)
    {
        var bodies = new CommentBodies(Microsoft.Extensions.Options.Options.Create(new Discussion.Threads.DiscussionRules { MaxCharacters = 100_000 }));
        var answer = bodies.Read(Repeat(part, 100_000));

        Assert.True(answer.Refusal is not null || answer.Value!.Html.Length < 5_000_000);
    }

    [Fact]
    public void A_list_that_goes_deeper_line_by_line_is_read()
    {
        var lines = Enumerable.Range(0, 180).Select(depth => new string('\t', depth / 2) + (depth % 2 == 0 ? "" : "  ") + "- a\n");

        Assert.Contains("<li", Html(string.Concat(lines)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_deep_shows_as_typed() => Assert.Contains("&gt;&gt;&gt; deep", Html(new string('>', 40) + " deep"), StringComparison.Ordinal);
}
