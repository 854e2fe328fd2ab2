using System.Text.RegularExpressions;

namespace Realtime.Discussion.Screening.Steps;

/// <summary>Finds links, with or without a scheme, and the ones that are written so as not to look like one ("hxxp", "example dot com").</summary>
internal sealed class LinksStep : IScreeningStep
{
    // NonBacktracking takes linear time whatever the text.
    private static readonly Regex Link = new(
        @"(?:h(?:tt|xx)ps?://|www\.)(?<host>[^\s<>""'/?#)\]]+)[^\s<>""]*"
        + @"|(?<host>[\p{L}\p{N}](?:[\p{L}\p{N}-]*)(?:(?:\.|\s?(?:\(dot\)|\[dot\]|\[\.\]|\(\.\))\s?|\sdot\s)[\p{L}\p{N}-]+)*"
        + @"(?:\.|\s?(?:\(dot\)|\[dot\]|\[\.\]|\(\.\))\s?|\sdot\s)(?:com|net|org|info|biz|ru|am|io|co|xyz|top|site|online|shop|club|link|click|рф|հայ))(?:[/:?#][^\s<>""]*)?(?:$|[^\p{L}\p{N}])",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public string Name => StepNames.Links;

    public IEnumerable<Observation> Look(StepInput input)
    {
        if (!MayHaveLinks(input.Subject.Text)) yield break;
        var allowed = input.Limits.AllowedHosts;
        var spans = Link.Matches(input.Subject.Text).Where(link => !IsAllowed(link.Groups["host"].Value, allowed)).Select(SpanOf).ToList();
        if (spans.Count > input.Limits.MaxLinks) yield return new Observation("too_many_links", spans);
    }

    /// <summary>What every link has, whichever way it is written: looked for first, because the expression reads every character slowly.</summary>
    private static bool MayHaveLinks(ReadOnlySpan<char> text)
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains("dot", StringComparison.OrdinalIgnoreCase)) return true;
        for (var rest = text; rest.IndexOf('.') is var at and >= 0; rest = rest[(at + 1)..])
            if (at + 1 < rest.Length && !char.IsWhiteSpace(rest[at + 1])) return true;
        return false;
    }

    private static bool IsAllowed(string host, IReadOnlyList<string> allowed) => allowed.Any(name =>
        host.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (host.Length == name.Length || host[^(name.Length + 1)] == '.'));

    private static TextSpan SpanOf(Match link)
    {
        var host = link.Groups["host"];
        var text = link.Value.TrimEnd(' ', '\n', '\r', '\t', '.', ',', ';', ':', '!', '?', ')', '"', '\'', '>', ']', '»', '”');
        return new TextSpan(link.Index, Math.Max(text.Length, host.Index + host.Length - link.Index));
    }
}
