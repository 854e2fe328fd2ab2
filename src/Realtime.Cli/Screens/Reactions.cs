namespace Realtime.Cli.Screens;

internal static class Reactions
{
    /// <summary>Reactions in one line, the most frequent first.</summary>
    public static string Of(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{SafeText.Line(pair.Key)} {pair.Value}"));
}
