namespace Realtime.Discussion.Screening.Folding;

/// <summary>
/// How letters are written in Latin, in the codes of <see cref="LetterSets"/>. The first spelling is the one a comment is folded to; an entry
/// of a word list in the letter's own script stands for all of them, so a list written once in Cyrillic or Armenian catches every way of
/// typing it in Latin.
/// </summary>
internal static class Sounds
{
    private static readonly string[]?[] Themselves = new string[char.MaxValue + 1][];

    private static readonly string[]?[] Spellings = Read(
        "а:a б:b в:v г:g д:d е:e ё:e,Yo ж:zh,j з:z и:I й:Y к:K л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:H,kh ц:ts,c ч:ch ш:sh щ:sh,shch,sch "
        + "ъ: ы:Y ь: э:e ю:Yu я:Ya і:I ї:I,Yi є:e,Ye ґ:g ў:u ј:j љ:l њ:n ћ:ch ђ:dj џ:dj ѕ:z ԁ:d ԛ:q ԝ:w "
        + "ա:a բ:b գ:g դ:d ե:e,ye զ:z է:e ը:Y,e թ:t ժ:zh,j ի:I լ:l խ:H,kh ծ:ts կ:K հ:h ձ:dz ղ:gh ճ:ch մ:m յ:Y ն:n շ:sh ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v "
        + "տ:t ր:r ց:ts,c ւ:v փ:p ք:K օ:o ֆ:f "
        + "α:a β:v γ:g δ:d ε:e ζ:z η:I θ:th ι:I κ:K λ:l μ:m ν:n ξ:ks ο:o π:p ρ:r σ:s ς:s τ:t υ:Y φ:f χ:H,kh ψ:ps ω:o");

    /// <summary>Western Armenian has exchanged the voiced and the voiceless: Պետրոս is Bedros there.</summary>
    private static readonly string[]?[] Western = Read(
        "բ:p գ:K դ:t պ:b կ:g տ:d ծ:dz ձ:ts,c ճ:j ջ:ch թ:t է:e ե:e,ye ո:o ւ:v ը:Y,e");

    private static readonly string[] InitialO = ["vo", "o"];
    private static readonly string[] U = ["u"];

    public static bool Has(char letter) => letter < Alphabet.TableEnd && Spellings[letter] is not null;

    /// <summary>The spellings of a letter in a word of its own script; itself when it has none.</summary>
    public static string[] Of(char letter, bool western = false) =>
        letter >= Alphabet.TableEnd ? Itself(letter) : (western ? Western[letter] : null) ?? Spellings[letter] ?? Itself(letter);

    /// <summary>A code that stands for one letter only.</summary>
    public static string[] Itself(char code) => Themselves[code] ??= [code.ToString()];

    /// <summary>Armenian ո: with ւ behind it u, at the beginning of a word vo.</summary>
    public static string[] OfArmenianO(bool begins, char next) => next == 'ւ' ? U : begins && next != 'վ' ? InitialO : Of('ո');

    /// <summary>A digit or symbol inside a word, read as the letter that it is drawn or sounded for.</summary>
    public static string[] OfSign(char sign, Script script) => (sign, script) switch
    {
        ('3', Script.Cyrillic) => Itself('z'),
        ('4', Script.Cyrillic) => ["ch"],
        ('6', Script.Cyrillic) => Itself('b'),
        ('0', _) => Itself('o'),
        ('1' or '!' or '|', _) => Itself('|'),
        ('2', _) => Itself('z'),
        ('3' or '€', _) => Itself('e'),
        ('4' or '@', _) => Itself('a'),
        ('5' or '$', _) => Itself('s'),
        ('7', _) => Itself('t'),
        ('8', _) => Itself('b'),
        _ => Itself('g'),
    };

    private static string[]?[] Read(string table)
    {
        var spellings = new string[]?[Alphabet.TableEnd];
        foreach (var pair in table.Split(' ', StringSplitOptions.RemoveEmptyEntries)) spellings[pair[0]] = pair[2..].Split(',');
        return spellings;
    }
}
