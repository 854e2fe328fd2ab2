using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Realtime.Server.Bodies.Markdown;

/// <summary>Reduces CommonMark to the subset for comments, and bounds it.</summary>
internal sealed class CommentSyntax : IMarkdownExtension
{
    /// <summary>Shared by all blocks and never changed: the browser finds each block's direction and isolates it from its neighbours.</summary>
    private static readonly HtmlAttributes OwnDirection = Attributes();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Clear();
        pipeline.BlockParsers.AddRange([new BoundedQuotes(), new BoundedLists(), new FencedCodeBlockParser(), new PlainParagraphs()]);
        pipeline.InlineParsers.Clear();
        pipeline.InlineParsers.AddRange(
        [
            new BoundedAutoLinks(), new BoundedLinks(), new BoundedEmphasis(), new EscapeInlineParser(),
            new CodeInlineParser(), new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }),
            new LineBreakInlineParser { EnableSoftAsHard = true },
        ]);
        pipeline.DocumentProcessed += Direct;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new SafeLinks());
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new SafeAutolinks());
        renderer.ObjectRenderers.Find<EmphasisInlineRenderer>()!.GetTag = BoundedEmphasis.TagOf;
        renderer.ObjectRenderers.Find<CodeBlockRenderer>()!.OutputAttributesOnPre = true;
    }

    private static void Direct(ContainerBlock container)
    {
        foreach (var block in container)
        {
            block.SetAttributes(OwnDirection);
            if (block is ContainerBlock inner) Direct(inner);
        }
    }

    private static HtmlAttributes Attributes()
    {
        var attributes = new HtmlAttributes();
        attributes.AddProperty("dir", "auto");
        return attributes;
    }
}
