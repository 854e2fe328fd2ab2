using System.Text;

namespace Realtime.Discussion.Screening.Folding;

/// <summary>Walks a text once, chunk by chunk, and notes what stands between them.</summary>
internal ref struct Chunks(string text)
{
    private readonly string _text = text;
    private readonly Chunk _chunk = new();
    private int _at;
    private bool _begun;

    public readonly Chunk Current => _chunk;

    /// <summary>What stands before <see cref="Current"/>.</summary>
    public Gap Gap { get; private set; }

    public bool Next()
    {
        _chunk.Clear();
        var (marks, joint, stop, stopped) = (0, true, false, false);
        while (true)
        {
            _at = _chunk.Take(_text, _at);
            if (_at == _text.Length) break;
            var plain = PlainAt(_at, out var rune, out var length);
            if (plain is null && _chunk.Count > 0) break;
            if (plain is { Length: > 0 }) Take(plain, rune, length);
            else if (plain is null)
            {
                marks++;
                joint &= IsJoint(rune);
                stopped |= rune.Value == '\n' || stop && Rune.IsWhiteSpace(rune);
                stop = IsStop(rune) || stop && !Rune.IsWhiteSpace(rune);
            }

            _at += length;
        }

        Gap = !_begun ? Gap.None : stopped ? Gap.Stop : joint && marks is >= 1 and <= 3 ? Gap.Joint : marks == 0 ? Gap.None : Gap.Space;
        _begun |= _chunk.Count > 0;
        return _chunk.Count > 0;
    }

    private readonly void Take(string plain, Rune rune, int length)
    {
        if (plain.Length == 1 && Alphabet.IsSymbol(plain[0])) _chunk.AddSign(plain[0], _at);
        else _chunk.Add(plain, rune, _at, _at + length);
    }

    private readonly string? PlainAt(int at, out Rune rune, out int length)
    {
        var c = _text[at];
        if (Rune.TryCreate(c, out rune)) length = 1;
        else Rune.DecodeFromUtf16(_text.AsSpan(at), out rune, out length);
        if (Alphabet.IsSymbol(c)) return IsLetterLike(c, at) ? Sounds.Itself(c)[0] : null;
        return rune == Rune.ReplacementChar ? null : Alphabet.Plain(rune);
    }

    /// <summary>A symbol is a letter only where a letter would stand: "wh@t" and "ca$h", not "100$" or "what!".</summary>
    private readonly bool IsLetterLike(char symbol, int at)
    {
        var next = at + 1 < _text.Length ? _text[at + 1] : ' ';
        var inside = _chunk.Count > 0;
        return symbol is '!' or '|' ? inside && char.IsLetter(next) : char.IsLetter(next) || inside && !char.IsDigit(next) || next == symbol && inside;
    }

    private static bool IsJoint(Rune rune) => rune.Value is '.' or '-' or '_' or '*' or '~' or '+' or '=' or '·' or '•' or '‐' or '‑' or '–';

    private static bool IsStop(Rune rune) => rune.Value is '.' or '!' or '?' or '…' or ';' or '։' or '。' or '！' or '？';
}
