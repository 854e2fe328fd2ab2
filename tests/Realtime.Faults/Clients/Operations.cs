using System.Text.RegularExpressions;

namespace Realtime.Faults.Clients;

/// <summary>Operation ids stand in the bodies of comments, so that everybody who sees a comment can tell which post made it.</summary>
internal static partial class Operations
{
    /// <summary>Letters and digits only: Markdown, sanitizing and JSON leave it alone.</summary>
    public static string Id(int writer, int count) => $"op{writer}x{count}";

    public static string Body(string op) => $"Said by {op} and nobody else.";

    /// <summary>The operation in a rendered body or a stored entry.</summary>
    public static string? In(string? text) => text is not null && Pattern().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"op\d+x\d+")]
    private static partial Regex Pattern();
}
