using Realtime.Cli.Threads;
using Realtime.Cli.Watching;
using Realtime.Cli.Wire;
using Spectre.Console;

namespace Realtime.Cli.Screens;

/// <summary>A thread for people: the last comments, then everything that happens, below one another as in a log.</summary>
internal sealed class TerminalScreen(IAnsiConsole console, WatchRequest request, int last, TimeProvider time) : IThreadScreen
{
    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Loud = new(Color.Yellow);

    private readonly OpenThread _thread = new();
    private bool _interrupted;
    private bool _opened;

    public void Show(WatchNews news)
    {
        switch (news)
        {
            case Connected when _interrupted: Interrupted(false, "Connected."); break;
            case Disconnected lost when !_interrupted: Interrupted(true, $"{lost.Reason} Trying again until it answers; Ctrl+C ends."); break;
            case ThreadOpened opened: Open(opened.Page); break;
            case ThreadMoved moved: Move(moved.Changes); break;
        }
    }

    private CommentBlock Block => new(_thread, new LocalTime(time));

    /// <summary>One line when a connection is lost and one when it is back; the attempts between them are nobody's concern.</summary>
    private void Interrupted(bool interrupted, string sentence)
    {
        _interrupted = interrupted;
        Say(sentence, Faint);
    }

    private void Open(ThreadPage page)
    {
        _thread.Open(page);
        if (_opened) Say("The thread begins afresh: what is above may no longer hold.", Loud);
        _opened = true;
        console.Write(new Rule(Markup.Escape(Title())) { Justification = Justify.Left, Style = Faint });
        foreach (var comment in page.Comments.OrderBy(comment => comment.Number).TakeLast(last)) Show(comment);
        Say(page.Closed ? $"{Count()} · closed" : $"{Count()} · live", Faint);
    }

    private void Show(CommentView comment) => console.Write(comment.IsPublished ? Block.Of(comment) : CommentBlock.Removed(comment.Number));

    private void Move(ThreadChanges changes)
    {
        foreach (var happening in _thread.Take(changes)) Show(happening);
    }

    private void Show(Happening happening)
    {
        switch (happening)
        {
            case CommentPosted posted: console.Write(Block.Of(posted.Comment, Count())); break;
            case CommentEdited edited: console.Write(Block.Of(edited.Comment, "now reads")); break;
            case CommentRemoved removed: console.Write(CommentBlock.Removed(removed.Number, Count())); break;
            case ReactionsCounted { Reactions.Count: 0 } none: Say($"#{none.Number} no reactions any more", Faint); break;
            case ReactionsCounted counted: Say($"#{counted.Number} {Reactions.Of(counted.Reactions)}", Faint); break;
            case ThreadClosed: Say("The discussion is closed.", Loud); break;
            case ThreadReopened: Say("The discussion is open again.", Loud); break;
            case ArticleDescribed: Say($"The article is now called {Title()}.", Faint); break;
        }
    }

    private string Count() => _thread.CommentCount == 1 ? "1 comment" : $"{_thread.CommentCount} comments";

    private string Title() => SafeText.Isolated(_thread.Title is { Length: > 0 } title ? title : $"{request.Site}/{request.Article}");

    private void Say(string sentence, Style style) => console.Write(new Rows(new Paragraph(sentence, style)));
}
