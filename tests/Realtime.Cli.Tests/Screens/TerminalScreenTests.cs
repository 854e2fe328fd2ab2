using Realtime.Cli.Screens;
using Realtime.Cli.Watching;
using Realtime.Cli.Wire;
using Spectre.Console.Testing;
using Xunit;

namespace Realtime.Cli.Tests.Screens;

public sealed class TerminalScreenTests : ScreenTests, IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(80);
    private readonly TerminalScreen _screen;

    public TerminalScreenTests()
    {
        var request = new WatchRequest { Server = new Uri("http://127.0.0.1"), Site = "demo", Article = "first" };
        _screen = new TerminalScreen(_console, request, last: 2, Clock);
    }

    public void Dispose() => _console.Dispose();

    [Fact]
    public void The_page_shows_the_last_comments_oldest_first_and_the_count()
    {
        _screen.Show(new ThreadOpened(Page(Comment(3), Comment(2, "Bob"), Comment(1)) with { Article = new ArticleView { Title = "On [red]tides" } }));

        Assert.StartsWith("── On [red]tides ──", _console.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["#2 Bob · 12:02", "   Hello", "#3 Ada · 12:03", "   Hello", "3 comments · live"], Shown().Skip(1));
    }

    [Fact]
    public void A_comment_shows_whom_it_answers_what_it_quotes_and_how_it_is_received()
    {
        _screen.Show(new ThreadOpened(Page(Comment(1))));
        var answer = Comment(2, "Bob", "<p>Yes,\n<em>but</em></p>") with
        {
            ReplyTo = 1,
            Quote = new QuoteView { Number = 1, Text = "Hello" },
            Reactions = new Dictionary<string, int> { ["funny"] = 1, ["agree"] = 3 },
            ReplyCount = 1,
            EditedAt = Noon,
        };
        var shown = Shown(Posted(answer));

        Assert.Equal(["#2 Bob · 12:02 · ↳ #1 Ada · edited · 17 comments", "   │ #1 “Hello”", "   Yes, but", "   agree 3, funny 1 · 1 reply"], shown);
    }

    [Fact]
    public void Every_kind_of_change_has_its_line()
    {
        _screen.Show(new ThreadOpened(Page(Comment(1))));

        var shown = Shown(
            new ThreadChange { Type = "edited", Comment = Comment(1, html: "<p>Good bye</p>") with { Revision = 2, EditedAt = Noon } },
            Reacted(1, ("agree", 2)),
            Reacted(1),
            Removed(1),
            new ThreadChange { Type = "closed" },
            new ThreadChange { Type = "reopened" },
            new ThreadChange { Type = "described", Article = new ArticleView { Title = "Tides" } });

        Assert.Equal(
            [
                "#1 Ada · 12:01 · edited · now reads", "   Good bye", "#1 agree 2", "#1 no reactions any more", "#1 removed · 17 comments",
                "The discussion is closed.", "The discussion is open again.", "The article is now called Tides.",
            ],
            shown);
    }

    [Fact]
    public void Another_days_comment_carries_its_date()
    {
        Clock.Advance(TimeSpan.FromDays(1));

        _screen.Show(new ThreadOpened(Page(Comment(1))));

        Assert.Equal("#1 Ada · 2026-03-01 12:01", _console.Lines[1]);
    }

    [Fact]
    public void Markup_in_a_strangers_words_is_only_words()
    {
        _screen.Show(new ThreadOpened(Page()));

        var shown = Shown(Posted(Comment(1, "[bold]Eve[/]", "<p>[link=https://evil.example]click[/] [[x]] [/]</p>") with
        {
            Quote = new QuoteView { Number = 9, Text = "[red]" },
        }));

        Assert.Equal(["#1 [bold]Eve[/] · 12:01 · 17 comments", "   │ #9 “[red]”", "   [link=https://evil.example]click[/] [[x]] [/]"], shown);
    }

    [Fact]
    public void No_control_character_of_a_stranger_reaches_the_terminal()
    {
        const string Evil = "\u001b]0;owned\u0007\u001b[2J\u009b1mx\r\b\u202e";
        _screen.Show(new ThreadOpened(Page(Comment(1, Evil, $"<p>{Evil}&#27;[2J</p>")) with { Article = new ArticleView { Title = Evil } }));
        _screen.Show(new ThreadMoved(Changes(
            Posted(Comment(2, Evil, Evil) with { ReplyTo = 1, Quote = new QuoteView { Number = 1, Text = Evil } }),
            Reacted(2, (Evil, 1)),
            new ThreadChange { Type = "described", Article = new ArticleView { Title = Evil + "y" } })));

        Assert.DoesNotContain(_console.Output, c => char.IsControl(c) && c != '\n' || c == '\u202e');
        Assert.Contains("]0;owned", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_runs_from_right_to_left_does_not_turn_its_line()
    {
        _screen.Show(new ThreadOpened(Page()));

        Assert.Equal("#1 \u2068سارة\u2069 · 12:01 · 17 comments", Shown(Posted(Comment(1, "سارة")))[0]);
    }

    [Fact]
    public void An_interruption_is_told_once_however_many_attempts_it_takes()
    {
        _screen.Show(new Connected());
        _screen.Show(new Disconnected("No server answers.", TimeSpan.FromSeconds(1)));
        _screen.Show(new Disconnected("No server answers.", TimeSpan.FromSeconds(2)));
        _screen.Show(new Connected());

        Assert.Equal(["No server answers. Trying again until it answers; Ctrl+C ends.", "Connected."], Shown());
    }

    [Fact]
    public void A_thread_that_begins_afresh_says_so()
    {
        _screen.Show(new ThreadOpened(Page()));
        _screen.Show(new ThreadOpened(Page() with { Closed = true, CommentCount = 1 }));

        Assert.Contains("The thread begins afresh: what is above may no longer hold.", Shown());
        Assert.Equal("1 comment · closed", Shown()[^1]);
    }

    [Fact]
    public void What_has_been_removed_is_shown_without_its_words()
    {
        _screen.Show(new ThreadOpened(Page(Comment(1) with { Status = "removed", Html = "<p>secret</p>" })));

        Assert.Contains("#1 removed", Shown());
        Assert.DoesNotContain("secret", _console.Output, StringComparison.Ordinal);
    }

    private string[] Shown(params ThreadChange[] changes)
    {
        var before = changes.Length == 0 ? 0 : _console.Lines.Count;
        if (changes.Length > 0) _screen.Show(new ThreadMoved(Changes(changes)));
        return [.. _console.Lines.Skip(before).Select(line => line.TrimEnd())];
    }
}
