namespace Realtime.Discussion.Screening.Folding;

/// <summary>
/// Letters that pass for a Latin one at reading size. Only close likenesses: each one more costs innocent words. Pairs of (letter, Latin); a
/// capital stands here only when it resembles another letter than its small form does.
/// </summary>
internal static class LookAlikes
{
    private static readonly char[] Latin = Table(
        "аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxԁdԛqԝwьb" + "օoոnսuհhցgզqյjլlՏsՍuԼl" + "αaοoρpνvιiκkτtυuχxεeΒbΖzΗhΜmΝnΥy");

    private static readonly Dictionary<char, char> Cyrillic = Reversed("аaвbсcеeнhіiјjкkмmоoрpтtуyхx");
    private static readonly Dictionary<char, char> Armenian = Reversed("օoոnսuհhցgզqյj");
    private static readonly Dictionary<char, char> Greek = Reversed("αaοoρpνvιiκkτtυuχxεe");

    /// <summary>The Latin letter that this one, as it was written, passes for.</summary>
    public static bool TryLatin(int written, char letter, out char latin) =>
        (latin = written < Alphabet.TableEnd && Latin[written] != '\0' ? Latin[written] : letter < Alphabet.TableEnd ? Latin[letter] : '\0') != '\0';

    /// <summary>The letter of the script that a Latin one passes for.</summary>
    public static bool TryFromLatin(Script script, char latin, out char letter) => script switch
    {
        Script.Cyrillic => Cyrillic.TryGetValue(latin, out letter),
        Script.Armenian => Armenian.TryGetValue(latin, out letter),
        Script.Greek => Greek.TryGetValue(latin, out letter),
        _ => (letter = default) != default,
    };

    private static char[] Table(string pairs)
    {
        var latin = new char[Alphabet.TableEnd];
        for (var i = 0; i < pairs.Length; i += 2) latin[pairs[i]] = pairs[i + 1];
        return latin;
    }

    private static Dictionary<char, char> Reversed(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => pairs[2 * i + 1], i => pairs[2 * i]);
}
