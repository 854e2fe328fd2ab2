using System.Text;

namespace Realtime.Discussion.Screening.Folding;

/// <summary>One letter, digit or symbol of a chunk, with what it was written as and where.</summary>
internal readonly record struct ChunkLetter(char Letter, Script Script, int Written, int Start, int End);

/// <summary>
/// An unbroken piece of a word while it is being folded. What its letters stand for depends on the company they keep: р is a p among Latin
/// letters and an r among Cyrillic ones, 3 is an e or a з, and a number is a number.
/// </summary>
internal sealed class Chunk
{
    private static readonly string[] Nothing = [""];

    private readonly int[] _ofScript = new int[6];
    private ChunkLetter[] _letters = new ChunkLetter[32];
    private int _symbols;

    public int Count { get; private set; }

    public ref readonly ChunkLetter this[int index] => ref _letters[index];

    public Script Script { get; private set; }

    public bool HasLatin { get; private set; }

    /// <summary>Latin letters and nothing else: each stands for itself.</summary>
    public bool IsLatin => _ofScript[(int)Script.Latin] == Count;

    /// <summary>A number, or one letter with a number, as roads and models have: their digits are digits.</summary>
    public bool IsNumber { get; private set; }

    /// <summary>Whether the chunk is written in another script, yet with letters only that pass for Latin ones.</summary>
    public bool CouldBeLatin { get; private set; }

    public void Clear()
    {
        (Count, _symbols) = (0, 0);
        Array.Clear(_ofScript);
    }

    public void Add(string plain, Rune written, int start, int end)
    {
        foreach (var letter in plain) Add(new ChunkLetter(letter, Alphabet.ScriptOf(letter), written.Value, start, end));
    }

    public void AddSign(char sign, int start)
    {
        Add(new ChunkLetter(sign, Script.Sign, sign, start, start + 1));
        _symbols++;
    }

    /// <summary>Takes the letters from here on that need no thought, which is nearly all that are ever written; returns where it stopped.</summary>
    public int Take(string text, int at)
    {
        if (at == text.Length) return at;
        var (simple, block) = (Alphabet.SimpleOf(text[at]), text[at] >> 8);
        for (; at < text.Length; at++)
        {
            var written = text[at];
            if (written >> 8 != block) (simple, block) = (Alphabet.SimpleOf(written), written >> 8);
            var (letter, script) = simple[written & 255];
            if (letter == '\0') break;
            Add(new ChunkLetter(letter, script, written, at, at + 1));
        }

        return at;
    }

    /// <summary>Decides what script the chunk is in. A letter that has no double in the other script counts before one that has.</summary>
    public void Settle(bool byShape)
    {
        var letters = _ofScript;
        var digits = letters[(int)Script.Sign] - _symbols;
        HasLatin = letters[(int)Script.Latin] > 0;
        IsNumber = letters[(int)Script.Sign] == Count || digits >= 2 && digits == Count - 1 && HasLatin;
        var other = letters[(int)Script.Armenian] > letters[(int)Script.Cyrillic] ? Script.Armenian : Script.Cyrillic;
        if (letters[(int)Script.Greek] > letters[(int)other]) other = Script.Greek;
        CouldBeLatin = false;
        Script = letters[(int)other] == 0 ? Script.Latin : letters[(int)Script.Latin] == 0 ? Alone(other, byShape) : Mixed(other, letters, byShape);
    }

    private Script Alone(Script script, bool byShape)
    {
        CouldBeLatin = Count > 1 && PassesForLatin();
        return CouldBeLatin && byShape ? Script.Latin : script;
    }

    private bool PassesForLatin()
    {
        foreach (ref readonly var letter in _letters.AsSpan(0, Count))
            if (letter.Script != Script.Sign && !LookAlikes.TryLatin(letter.Written, letter.Letter, out _)) return false;
        return true;
    }

    private Script Mixed(Script other, int[] letters, bool byShape)
    {
        var (latin, foreign) = (0, 0);
        foreach (ref readonly var letter in _letters.AsSpan(0, Count))
        {
            if (letter.Script == Script.Latin && !LookAlikes.TryFromLatin(other, letter.Letter, out _)) latin++;
            else if (letter.Script == other && !LookAlikes.TryLatin(letter.Written, letter.Letter, out _)) foreign++;
        }

        // Made of doubles only: whether it is the Latin word or the other one nobody can say.
        CouldBeLatin = latin == 0 && foreign == 0;
        if (CouldBeLatin) return byShape ? Script.Latin : other;
        if (latin == foreign) (latin, foreign) = (letters[(int)Script.Latin], letters[(int)other]);
        return foreign > latin ? other : Script.Latin;
    }

    /// <summary>A capital I may stand for a small L: in most typefaces they are one stroke.</summary>
    public static char CodeOfLatin(in ChunkLetter letter) => letter.Written == 'I' ? '|' : letter.Letter;

    /// <summary>The spellings of one letter in this chunk, the likeliest first. Two letters that make one sound are spelled at the first.</summary>
    public string[] SpellingsAt(int index, bool western = false)
    {
        var (letter, script, written, _, _) = _letters[index];
        if (script == Script.Sign) return !IsNumber ? Sounds.OfSign(letter, Script) : char.IsAsciiDigit(letter) ? Sounds.Itself(letter) : Nothing;
        if (Script == Script.Latin) return script == Script.Latin ? Sounds.Itself(CodeOfLatin(_letters[index])) : ShapeOf(letter, written, western);
        if (script == Script.Latin) return LookAlikes.TryFromLatin(Script, letter, out var own) ? Spell(index, own, western) : Sounds.Itself(letter);
        return Spell(index, letter, western);
    }

    /// <summary>Whether the letter is already spelled with the one before it (ու).</summary>
    public bool IsSpelledBefore(int index) => index > 0 && _letters[index].Letter == 'ւ' && _letters[index - 1].Letter == 'ո';

    private void Add(ChunkLetter letter)
    {
        if (Count == _letters.Length) Array.Resize(ref _letters, 2 * Count);
        _letters[Count++] = letter;
        _ofScript[(int)letter.Script]++;
    }

    private string[] Spell(int index, char letter, bool western) =>
        letter == 'ո' ? Sounds.OfArmenianO(index == 0, index + 1 < Count ? _letters[index + 1].Letter : '\0') : Sounds.Of(letter, western);

    private static string[] ShapeOf(char letter, int written, bool western) =>
        LookAlikes.TryLatin(written, letter, out var latin) ? Sounds.Itself(latin) : Sounds.Of(letter, western);
}
