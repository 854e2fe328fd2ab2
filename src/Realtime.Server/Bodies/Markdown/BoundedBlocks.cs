using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Realtime.Server.Bodies.Markdown;

/// <summary>Nobody reads deeper than this; ten thousand <c>&gt;</c> in a row cost what they are worth. What is deeper shows as typed.</summary>
internal static class BlockNesting
{
    private const int Deepest = 12;

    public static bool IsReached(BlockProcessor processor)
    {
        var depth = 0;
        for (Block? container = processor.CurrentContainer; container is not null && depth <= Deepest; container = container.Parent) depth++;
        return depth > Deepest;
    }
}

internal sealed class BoundedQuotes : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => BlockNesting.IsReached(processor) ? BlockState.None : base.TryOpen(processor);
}

internal sealed class BoundedLists : ListBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        BlockNesting.IsReached(processor) || IsRule(processor.Line) ? BlockState.None : base.TryOpen(processor);

    /// <summary>A line like <c>***</c> or <c>- - -</c>: the list parser would make a horizontal rule of it, and what was typed would be gone.</summary>
    private static bool IsRule(StringSlice line)
    {
        var (marker, count) = (line.CurrentChar, 0);
        for (var c = marker; c != '\0'; c = line.NextChar())
        {
            if (c == marker) count++;
            else if (!c.IsSpaceOrTab()) return false;
        }

        return count >= 3 && marker is '*' or '-';
    }
}

/// <summary>Paragraphs without underlined headings and without link definitions, which show nothing of what was typed.</summary>
internal sealed class PlainParagraphs : ParagraphBlockParser
{
    public PlainParagraphs() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock { Lines.Count: > 0 and var count } paragraph) return true;
        for (var line = 0; line < count; line++) paragraph.Lines.Lines[line].Slice.TrimStart();
        paragraph.Lines.Lines[count - 1].Slice.TrimEnd();
        return true;
    }
}
