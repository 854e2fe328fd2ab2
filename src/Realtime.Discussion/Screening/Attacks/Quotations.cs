namespace Realtime.Discussion.Screening.Attacks;

/// <summary>What is said in somebody else's words: lines that begin with "&gt;", and quotation marks around more than a word or two.</summary>
internal static class Quotations
{
    private const int FewestSpaces = 2;

    public static List<TextSpan> In(string text)
    {
        var spans = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            if (text.AsSpan(start, end - start).TrimStart().StartsWith(">")) spans.Add(new TextSpan(start, end - start));
            start = end + 1;
        }

        AddMarked(text, spans);
        return spans;
    }

    private static void AddMarked(string text, List<TextSpan> spans)
    {
        var (open, spaces) = (-1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ') spaces++;
            if (open >= 0 && text[i] is '"' or '”' or '»' or '“' && i > 0 && open >= 0)
            {
                if (spaces >= FewestSpaces) spans.Add(new TextSpan(open, i + 1 - open));
                open = -1;
            }
            else if (text[i] is '"' or '“' or '«' or '„') (open, spaces) = (i, 0);
        }
    }
}
