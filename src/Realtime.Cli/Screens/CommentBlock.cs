using Realtime.Cli.Threads;
using Realtime.Cli.Wire;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Realtime.Cli.Screens;

/// <summary>
/// A comment as a block of the terminal: a line that says who and when, the passage it quotes, its words, its reactions. Everything is put together
/// from pieces of text with a style each, never from markup, so that no square bracket of a stranger is an instruction.
/// </summary>
internal sealed class CommentBlock(OpenThread thread, LocalTime time)
{
    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style NumberStyle = new(Color.Aqua);
    private static readonly Style NameStyle = new(decoration: Decoration.Bold);
    private static readonly Style QuoteStyle = new(Color.Grey, decoration: Decoration.Italic);

    /// <param name="comment">A published comment.</param>
    /// <param name="remark">What has happened to it, at the end of the first line.</param>
    public IRenderable Of(CommentView comment, string? remark = null)
    {
        var rows = new List<IRenderable> { Heading(comment, remark) };
        if (comment.Quote is { } quote) rows.Add(Indented(Quoted(quote)));
        rows.Add(Indented(Body(comment.Html)));
        if (Footing(comment) is { Length: > 0 } footing) rows.Add(Indented(new Paragraph(footing, Faint)));
        return new Rows(rows);
    }

    public static IRenderable Removed(int number, string? remark = null) =>
        new Rows(new Paragraph().Append($"#{number}", NumberStyle).Append($" removed{Remark(remark)}", Faint));

    private Paragraph Heading(CommentView comment, string? remark)
    {
        var heading = new Paragraph()
            .Append($"#{comment.Number} ", NumberStyle)
            .Append(SafeText.Isolated(comment.Author?.Name), NameStyle)
            .Append($" · {time.Of(comment.CreatedAt)}", Faint);
        if (comment.ReplyTo is { } answered) heading.Append($" · ↳ #{answered} {SafeText.Isolated(thread.AuthorOf(answered))}".TrimEnd(), Faint);
        if (comment.EditedAt is not null) heading.Append(" · edited", Faint);
        return heading.Append(Remark(remark), Faint);
    }

    private static Paragraph Quoted(QuoteView quote) => quote.Text is { } passage
        ? new Paragraph().Append($"│ #{quote.Number} ", Faint).Append($"“{SafeText.Isolated(passage)}”", QuoteStyle)
        : new Paragraph($"│ #{quote.Number} has been removed", Faint);

    private static Paragraph Body(string? html)
    {
        var body = new Paragraph();
        foreach (var words in HtmlText.Read(html)) body.Append(words.Text, Look(words.Emphasis));
        return body;
    }

    private static Style Look(Emphasis emphasis)
    {
        var decoration = Decoration.None;
        if (emphasis.HasFlag(Emphasis.Strong)) decoration |= Decoration.Bold;
        if (emphasis.HasFlag(Emphasis.Italic)) decoration |= Decoration.Italic;
        if (emphasis.HasFlag(Emphasis.Struck)) decoration |= Decoration.Strikethrough;
        if (emphasis.HasFlag(Emphasis.Link)) decoration |= Decoration.Underline;
        return new Style(emphasis.HasFlag(Emphasis.Code) ? Color.Yellow : null, decoration: decoration);
    }

    private static string Footing(CommentView comment)
    {
        var replies = comment.ReplyCount switch { 0 => "", 1 => "1 reply", var count => $"{count} replies" };
        return string.Join(" · ", new[] { Reactions.Of(comment.Reactions), replies }.Where(part => part.Length > 0));
    }

    private static string Remark(string? remark) => remark is null ? "" : $" · {remark}";

    private static Padder Indented(IRenderable inner) => new(inner, new Padding(3, 0, 0, 0));
}
