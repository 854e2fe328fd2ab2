using System.Globalization;
using Realtime.Discussion.Reading;

namespace Realtime.Server.Embedding.Pages;

/// <summary>Writes comments into a page.</summary>
/// <param name="html">The page.</param>
/// <param name="words">Its words.</param>
/// <param name="here">The numbers of the comments on it.</param>
/// <param name="elsewhere">Where the others are.</param>
internal sealed class CommentMarkup(Html html, PageWords words, IReadOnlySet<int> here, Func<int, string> elsewhere)
{
    public void Write(CommentView comment)
    {
        html.Add($"<article class=\"comment\" id=\"comment-{comment.Number}\">\n<header>");
        if (comment.Author is { } author) html.Add($"<bdi class=\"author\">{author.Name}</bdi> ");
        html.Add($"<a class=\"when\" href=\"#comment-{comment.Number}\"><time dir=\"ltr\" datetime=\"{Form(comment.CreatedAt, "O")}\">{Form(comment.CreatedAt, "yyyy-MM-dd HH:mm 'UTC'")}</time></a>");
        if (comment.EditedAt is { } edited) html.Add($" <time class=\"edited\" datetime=\"{Form(edited, "O")}\">{words.Edited}</time>");
        if (comment.ReplyTo is { } answered) html.Add($" <span class=\"answer\">{words.AnswerTo} <a href=\"{AddressOf(answered)}\"><bdi>#{answered}</bdi></a></span>");
        html.Add($"</header>\n");
        WriteBody(comment);
        html.Add($"</article>\n");
    }

    private void WriteBody(CommentView comment)
    {
        if (comment.Html is not { } body)
        {
            html.Add($"<p class=\"notice\">{(comment.Status == "unreadable" ? words.Unreadable : words.Removed)}</p>\n");
            return;
        }

        if (comment.Quote is { } quote) WriteQuote(quote);
        html.Add($"<div class=\"body\">").AddTrusted(body).Add($"</div>\n");
    }

    private void WriteQuote(QuoteView quote)
    {
        html.Add($"<blockquote class=\"quote\"><p dir=\"auto\">{quote.Text ?? words.Removed}</p>");
        html.Add($"<footer><a href=\"{AddressOf(quote.Number)}\"><bdi>#{quote.Number}</bdi></a></footer></blockquote>\n");
    }

    private string AddressOf(int number) => here.Contains(number) ? $"#comment-{number}" : elsewhere(number);

    private static string Form(DateTime time, string form) => time.ToString(form, CultureInfo.InvariantCulture);
}
