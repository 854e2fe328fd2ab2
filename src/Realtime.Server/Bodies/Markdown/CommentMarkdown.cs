using Markdig;

namespace Realtime.Server.Bodies.Markdown;

/// <summary>
/// What commenters may format: paragraphs, line breaks as they are typed, emphasis, strong, strikethrough, links, lists, block quotes, inline code and
/// fenced code. Everything else is text and shows as typed: HTML, entities, headings, rules, tables, images (the image becomes a link), code by
/// indentation (people space oddly), link definitions (they would vanish).
/// </summary>
internal sealed class CommentMarkdown
{
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().Use<CommentSyntax>().Build();

    /// <summary>HTML that has yet to pass the sanitizer.</summary>
    public string Render(string text) => Markdig.Markdown.ToHtml(text, _pipeline);
}
