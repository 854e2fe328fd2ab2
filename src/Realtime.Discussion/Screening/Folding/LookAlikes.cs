namespace Realtime.Discussion.Screening.Folding;

/// <summary>
/// Letters that pass for a Latin one at reading size. Only close likenesses: each one more costs innocent words. Pairs of (letter, Latin); a
/// capital stands here only when it resembles another letter than its small form does.
/// </summary>
internal static class LookAlikes
{
    private static readonly Dictionary<int, char> Latin = Pairs(
        "аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxԁdԛqԝwьb" + "օoոnսuհhցgզqյjլlՏsՍuԼl" + "αaοoρpνvιiκkτtυuχxεeΒbΖzΗhΜmΝnΥy");

    private static readonly Dictionary<char, char> Cyrillic = Reversed("аaвbсcеeнhіiјjкkмmоoрpтtуyхx");
    private static readonly Dictionary<char, char> Armenian = Reversed("օoոnսuհhցgզqյj");
    private static readonly Dictionary<char, char> Greek = Reversed("αaοoρpνvιiκkτtυuχxεe");

    /// <summary>The Latin letter that this one, as it was written, passes for.</summary>
    public static bool TryLatin(int written, char letter, out char latin) =>
        Latin.TryGetValue(written, out latin) || Latin.TryGetValue(letter, out latin);

    /// <summary>The letter of the script that a Latin one passes for.</summary>
    public static bool TryFromLatin(Script script, char latin, out char letter) => script switch
    {
        Script.Cyrillic => Cyrillic.TryGetValue(latin, out letter),
        Script.Armenian => Armenian.TryGetValue(latin, out letter),
        Script.Greek => Greek.TryGetValue(latin, out letter),
        _ => (letter = default) != default,
    };

    private static Dictionary<int, char> Pairs(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => (int)pairs[2 * i], i => pairs[2 * i + 1]);

    private static Dictionary<char, char> Reversed(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => pairs[2 * i + 1], i => pairs[2 * i]);
}
