using System.Net;
using System.Text;

namespace Realtime.Cli.Screens;

[Flags]
internal enum Emphasis
{
    None = 0,
    Strong = 1,
    Italic = 2,
    Code = 4,
    Struck = 8,
    Link = 16,
}

/// <summary>A stretch of text with one look. It is safe to print.</summary>
internal readonly record struct Words(string Text, Emphasis Emphasis);

/// <summary>
/// Reads the HTML of a comment as text with emphasis and line breaks. It trusts nothing: what is not one of the few tags that comments are made of is
/// dropped, and the text is made safe after its entities are resolved, because <c>&amp;#27;</c> is an escape character too.
/// </summary>
internal sealed class HtmlText
{
    private const int DeepestIndent = 4;

    private static readonly Dictionary<string, Emphasis> Emphases = new()
    {
        ["b"] = Emphasis.Strong,
        ["strong"] = Emphasis.Strong,
        ["i"] = Emphasis.Italic,
        ["em"] = Emphasis.Italic,
        ["code"] = Emphasis.Code,
        ["pre"] = Emphasis.Code,
        ["s"] = Emphasis.Struck,
        ["del"] = Emphasis.Struck,
    };

    private readonly List<Words> _words = [];
    private readonly Dictionary<Emphasis, int> _depths = [];
    private readonly Stack<string> _indents = new();
    private readonly Stack<List> _lists = new();
    private readonly StringBuilder _linkText = new();
    private string? _link;
    private string? _marker;
    private int _breaks;
    private bool _space;

    public static IReadOnlyList<Words> Read(string? html)
    {
        var text = new HtmlText();
        text.ReadAll(html ?? "");
        return text._words;
    }

    public static string Plain(string? html) => string.Concat(Read(html).Select(words => words.Text));

    private void ReadAll(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<' && HtmlTag.At(html, at) is { } tag)
            {
                Take(tag);
                at = tag.End;
                continue;
            }
            var next = html.IndexOf('<', at + 1);
            if (next < 0) next = html.Length;
            TakeText(WebUtility.HtmlDecode(html[at..next]));
            at = next;
        }
    }

    private void Take(HtmlTag tag)
    {
        if (Emphases.TryGetValue(tag.Name, out var emphasis)) Deepen(emphasis, tag.Closes);
        switch (tag.Name)
        {
            case "br": Break(_breaks + 1); break;
            case "a": TakeLink(tag); break;
            case "p" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Break(_marker is null ? 2 : 1); break;
            case "blockquote": TakeBlock("│ ", tag.Closes); break;
            case "ul" or "ol": TakeList(tag); break;
            case "li": TakeItem(tag.Closes); break;
        }
    }

    private void Deepen(Emphasis emphasis, bool closes) => _depths[emphasis] = Math.Max(0, _depths.GetValueOrDefault(emphasis) + (closes ? -1 : 1));

    private void TakeBlock(string indent, bool closes)
    {
        Break(2);
        if (!closes) _indents.Push(indent);
        else _indents.TryPop(out _);
    }

    private void TakeList(HtmlTag tag)
    {
        Break(_lists.Count == 0 ? 2 : 1);
        if (tag.Closes) _lists.TryPop(out _);
        else _lists.Push(new List(Ordered: tag.Name == "ol"));
    }

    private void TakeItem(bool closes)
    {
        Break(1);
        if (closes) _indents.TryPop(out _);
        else _indents.Push("  ");
        _marker = closes ? null : _lists.TryPeek(out var list) ? list.NextMarker() : List.Bullet;
    }

    /// <summary>Where a link leads is shown when its words say something else: a terminal has no status bar to look at before a click.</summary>
    private void TakeLink(HtmlTag tag)
    {
        Deepen(Emphasis.Link, tag.Closes);
        if (tag.Closes && SafeText.Line(_link) is { Length: > 0 } link && link != _linkText.ToString()) WriteWords($" ({link})");
        _link = tag.Link;
        _linkText.Clear();
    }

    private void TakeText(string text)
    {
        var preformatted = _depths.GetValueOrDefault(Emphasis.Code) > 0;
        var lines = SafeText.Lines(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 && preformatted) Break(_breaks + 1);
            else if (i > 0) _space = true;
            if (preformatted) Write(lines[i]);
            else WriteWords(lines[i]);
        }
    }

    private void WriteWords(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (line.StartsWith(' ')) _space = true;
        if (words.Length == 0) return;
        Write(string.Join(' ', words));
        _space = line.EndsWith(' ');
    }

    private void Write(string text)
    {
        if (text.Length == 0) return;
        var lead = Lead();
        if (lead.Length > 0) _words.Add(new Words(lead, Emphasis.None));
        _words.Add(new Words(text, Current()));
        if (_link is not null) _linkText.Append(text);
        (_breaks, _space, _marker) = (0, false, null);
    }

    /// <summary>What goes before the next words: the line breaks that are due with the indentation behind them, or a space.</summary>
    private string Lead()
    {
        var begins = _words.Count == 0;
        if (!begins && _breaks == 0) return _space ? " " : "";
        var indent = string.Concat(_indents.Reverse().Take(DeepestIndent));
        if (_marker is not null && indent.EndsWith("  ", StringComparison.Ordinal)) indent = indent[..^2];
        return begins ? indent + _marker : new string('\n', _breaks) + indent + _marker;
    }

    private Emphasis Current() => _depths.Where(depth => depth.Value > 0).Aggregate(Emphasis.None, (all, depth) => all | depth.Key);

    private void Break(int lines) => _breaks = Math.Min(2, Math.Max(_breaks, lines));

    private sealed record List(bool Ordered)
    {
        public const string Bullet = "• ";

        private int _last;

        public string NextMarker() => Ordered ? $"{++_last}. " : Bullet;
    }
}
