using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Realtime.Server.Bodies.Markdown;

/// <summary>
/// Open delimiters lie within one another while a paragraph is read, and pairing them costs the square of their number. A paragraph has room for a
/// number that no person needs; further ones show as typed.
/// </summary>
internal static class InlineNesting
{
    private const int Deepest = 100;

    public static bool IsReached(InlineProcessor processor)
    {
        var depth = 0;
        for (var inline = processor.Inline; inline is not null && depth <= Deepest; inline = inline.Parent) depth++;
        return depth > Deepest;
    }
}

internal sealed class BoundedEmphasis : EmphasisInlineParser
{
    public BoundedEmphasis() => EmphasisDescriptors.Add(new EmphasisDescriptor('~', minimumCount: 2, maximumCount: 2, enableWithinWord: true));

    public static string TagOf(EmphasisInline emphasis) => emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em";

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        !InlineNesting.IsReached(processor) && base.Match(processor, ref slice);
}

internal sealed class BoundedLinks : LinkInlineParser
{
    /// <summary>Without <c>!</c>: there are no images.</summary>
    public BoundedLinks() => OpeningCharacters = ['[', ']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        (slice.CurrentChar == ']' ? LinkTargets.EndsSoon(slice) : !InlineNesting.IsReached(processor)) && base.Match(processor, ref slice);
}

internal sealed class BoundedAutoLinks() : AutoLinkParser(new AutoLinkOptions { UseHttpsForWWWLinks = true })
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice) => LinkTargets.EndsSoon(slice) && base.Match(processor, ref slice);
}
