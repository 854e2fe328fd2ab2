using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Realtime.Server.Embedding.Pages;

/// <summary>
/// HTML that is being written. In an interpolated string what stands in braces is encoded, for text and for quoted attributes alike; only the rest is markup. There
/// is no other way in but <see cref="AddTrusted"/>.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _written = new(16 * 1024);

    public Html Add([InterpolatedStringHandlerArgument("")] in Markup markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>HTML that has been made harmless before, and JSON that has been escaped for a script element.</summary>
    public Html AddTrusted(string html)
    {
        _written.Append(html);
        return this;
    }

    public override string ToString() => _written.ToString();

    private void AddText(string? text)
    {
        if (text is not null) _written.Append(Encoder.Encode(text));
    }

    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly Html _html;

        public Markup(int literals, int holes, Html html)
        {
            _ = literals + holes;
            _html = html;
        }

        public void AppendLiteral(string markup) => _html._written.Append(markup);

        public void AppendFormatted(string? text) => _html.AddText(text);

        public void AppendFormatted(int number) => _html._written.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
