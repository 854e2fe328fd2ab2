using System.Text;

namespace Realtime.Benchmarks.Screening;

/// <summary>Words and comments made of chance, the same for the same seed.</summary>
internal sealed class Prose(int seed)
{
    private const string Latin = "abcdefghijklmnoprstuvwyz", Cyrillic = "абвгдежзиклмнопрстуфхцчшыэюя", Armenian = "աբգդեզէթժիլխծկհձղմնշոչպջռսվտրցփքօ",
        Arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

    // Seeded, so that runs can be compared; nothing here is a secret.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    /// <summary>As a publisher's lists have them: most in Latin letters, some in others, a few of two words, a few that go on.</summary>
    public IReadOnlyList<string> Entries(int count) => [.. Enumerable.Range(0, count).Select(number => (number % 20) switch
    {
        0 => Word(Cyrillic),
        1 => Word(Armenian),
        2 => $"{Word(Latin)} {Word(Latin)}",
        3 => Word(Latin) + "*",
        4 => Word(Arabic),
        _ => Word(Latin),
    })];

    /// <summary>At least this many characters of words, which a list has by accident only.</summary>
    public string Text(int length, string alphabet = Latin)
    {
        var text = new StringBuilder(length + 12);
        while (text.Length < length) text.Append(Word(alphabet, 2, 9)).Append(_random.Next(9) == 0 ? ". " : " ");
        return text.ToString();
    }

    public string RussianText(int length) => Text(length, Cyrillic);

    public string ArmenianText(int length) => Text(length, Armenian);

    public string ArabicText(int length) => Text(length, Arabic);

    /// <summary>Entries without their last letters, glued together: a search goes as deep as it can, and finds nothing.</summary>
    public string Beginnings(IReadOnlyList<string> entries, int length) => Of(entries, length, entry => entry.TrimEnd('*')[..^1]);

    public string Of(IReadOnlyList<string> entries, int length) => Of(entries, length, entry => entry.TrimEnd('*') + ' ');

    public static string Insults(int length) => string.Concat(Enumerable.Repeat("you are not such a stupid old idiot, moron like you, shut up. ", (length / 60) + 1));

    /// <summary>Letters torn apart and dressed up, as those write who want to get around a list.</summary>
    public string EvasiveText(int length)
    {
        var text = new StringBuilder(length + 12);
        while (text.Length < length) text.AppendJoin(_random.Next(3) switch { 0 => ".", 1 => " ", _ => "" }, Word(Latin, 4, 7).Replace('o', '0').Replace('a', 'а').ToCharArray()).Append(' ');
        return text.ToString();
    }

    private string Of(IReadOnlyList<string> entries, int length, Func<string, string> write)
    {
        var text = new StringBuilder(length + 24);
        while (text.Length < length) text.Append(write(entries[_random.Next(entries.Count)]));
        return text.ToString();
    }

    public int Next(int limit) => _random.Next(limit);

    private string Word(string alphabet, int shortest = 6, int longest = 10) =>
        new(_random.GetItems(alphabet.AsSpan(), _random.Next(shortest, longest + 1)));
#pragma warning restore CA5394
}
