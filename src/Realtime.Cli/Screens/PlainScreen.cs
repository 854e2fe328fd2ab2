using System.Globalization;
using Realtime.Cli.Threads;
using Realtime.Cli.Watching;
using Realtime.Cli.Wire;

namespace Realtime.Cli.Screens;

/// <summary>
/// One line per change for other programs to read: kind, number, time (UTC), author, number answered, text, with tabs between them. A tab cannot occur
/// in the words, and it ends a run of right-to-left text, so that columns stay columns. What concerns the connection goes to <paramref name="notes"/>.
/// </summary>
internal sealed class PlainScreen(TextWriter output, TextWriter notes, int last, TimeProvider time) : IThreadScreen
{
    private readonly OpenThread _thread = new();
    private bool _interrupted;

    public void Show(WatchNews news)
    {
        switch (news)
        {
            case Connected when _interrupted: Note("Connected.", interrupted: false); break;
            case Disconnected lost when !_interrupted: Note($"{lost.Reason} Trying again until it answers.", interrupted: true); break;
            case ThreadOpened opened: Open(opened.Page); break;
            case ThreadMoved moved: Move(moved.Changes); break;
        }
    }

    private void Note(string sentence, bool interrupted)
    {
        _interrupted = interrupted;
        notes.WriteLine(sentence);
    }

    private void Open(ThreadPage page)
    {
        _thread.Open(page);
        foreach (var comment in page.Comments.OrderBy(comment => comment.Number).TakeLast(last))
            WriteLine(comment.IsPublished ? Line("posted", comment, comment.CreatedAt) : Line("removed", comment.Number));
        if (page.Closed) WriteLine(Line("closed", null));
    }

    private void Move(ThreadChanges changes)
    {
        foreach (var happening in _thread.Take(changes)) WriteLine(Line(happening));
    }

    private string[] Line(Happening happening) => happening switch
    {
        CommentPosted posted => Line("posted", posted.Comment, posted.Comment.CreatedAt),
        CommentEdited edited => Line("edited", edited.Comment, edited.Comment.EditedAt ?? time.GetUtcNow()),
        CommentRemoved removed => Line("removed", removed.Number),
        ReactionsCounted counted => Line("reacted", counted.Number, Reactions.Of(counted.Reactions)),
        ThreadClosed => Line("closed", null),
        ThreadReopened => Line("reopened", null),
        ArticleDescribed described => Line("described", null, SafeText.Line(described.Title)),
        _ => [],
    };

    private static string[] Line(string kind, CommentView comment, DateTimeOffset at) =>
        [kind, Number(comment.Number), Time(at), SafeText.Line(comment.Author?.Name), Number(comment.ReplyTo), Text(comment)];

    private string[] Line(string kind, int? number, string text = "") => [kind, Number(number), Time(time.GetUtcNow()), "", "", text];

    private void WriteLine(string[] columns)
    {
        if (columns.Length > 0) output.WriteLine(string.Join('\t', columns));
    }

    private static string Text(CommentView comment)
    {
        var body = SafeText.Line(HtmlText.Plain(comment.Html));
        return comment.Quote is { Text: { } passage } quote ? $"[#{quote.Number}: “{SafeText.Line(passage)}”] {body}" : body;
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
