using Microsoft.Extensions.Options;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies.Markdown;
using Realtime.Server.Refusals;

namespace Realtime.Server.Bodies;

/// <summary>
/// Makes a comment's body of what somebody typed: checked, NFC, and rendered once, here, for all its readers. The text keeps every character that is
/// allowed; what could reorder or script the page is left out of the HTML only. Safe from many threads.
/// </summary>
internal sealed class CommentBodies(IOptions<DiscussionRules> rules)
{
    private readonly CommentMarkdown _markdown = new();
    private readonly CommentSanitizer _sanitizer = new();

    /// <summary>The body, or <c>comment_empty</c>, <c>comment_too_long</c>, <c>comment_malformed</c>.</summary>
    public Answer<CommentBody> Read(string? body)
    {
        if (WrittenText.TryRead(body, rules.Value.MaxCharacters, out var text) is { } refusal) return refusal;
        var safe = VisibleText.WithoutTurns(text);
        if (PlainComment.Render(safe) is { } plain) return new CommentBody(text, plain);
        var html = RenderMarkdown(safe);
        return VisibleText.IsIn(HtmlText.Of(html)) ? new CommentBody(text, html) : RefusalCode.CommentEmpty;
    }

    internal string RenderMarkdown(string text) => _sanitizer.Sanitize(_markdown.Render(text));
}
