using Realtime.Cli.Screens;
using Realtime.Cli.Watching;
using Realtime.Cli.Wire;
using Xunit;

namespace Realtime.Cli.Tests.Screens;

public sealed class PlainScreenTests : ScreenTests, IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _notes = new() { NewLine = "\n" };
    private readonly PlainScreen _screen;

    public PlainScreenTests() => _screen = new PlainScreen(_output, _notes, last: 2, Clock);

    public void Dispose()
    {
        _output.Dispose();
        _notes.Dispose();
    }

    [Fact]
    public void Every_change_is_one_line_of_six_columns()
    {
        _screen.Show(new ThreadOpened(Page(Comment(1), Comment(2), Comment(3))));
        _screen.Show(new ThreadMoved(Changes(
            Posted(Comment(4, "Bob", "<p>Two</p><p>lines</p>") with { ReplyTo = 3, Quote = new QuoteView { Number = 1, Text = "Hello" } }),
            Reacted(4, ("agree", 2)),
            Removed(4),
            new ThreadChange { Type = "closed" })));

        Assert.Equal(
            """
            posted|2|2026-03-01T12:02:00Z|Ada||Hello
            posted|3|2026-03-01T12:03:00Z|Ada||Hello
            posted|4|2026-03-01T12:04:00Z|Bob|3|[#1: “Hello”] Two lines
            reacted|4|2026-03-01T13:00:00Z|||agree 2
            removed|4|2026-03-01T13:00:00Z|||
            closed||2026-03-01T13:00:00Z|||

            """,
            _output.ToString().Replace('\t', '|'));
    }

    [Fact]
    public void Words_cannot_make_lines_columns_or_control_characters()
    {
        const string Evil = "a\tb\nremoved\t1\r\u001b[2J\u2028c";

        _screen.Show(new ThreadOpened(Page(Comment(1, Evil, $"<pre>{Evil}&#10;&#9;</pre>"))));

        var line = Assert.Single(_output.ToString().TrimEnd('\n').Split('\n'));
        Assert.Equal(6, line.Split('\t').Length);
        Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\t');
    }

    [Fact]
    public void What_concerns_the_connection_goes_to_the_notes()
    {
        _screen.Show(new Disconnected("No server answers.", TimeSpan.FromSeconds(1)));
        _screen.Show(new Disconnected("No server answers.", TimeSpan.FromSeconds(1)));
        _screen.Show(new Connected());

        Assert.Equal("No server answers. Trying again until it answers.\nConnected.\n", _notes.ToString());
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void Asked_for_no_comments_the_page_is_silent()
    {
        new PlainScreen(_output, _notes, last: 0, Clock).Show(new ThreadOpened(Page(Comment(1))));

        Assert.Empty(_output.ToString());
    }
}
