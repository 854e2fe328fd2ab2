using System.Security.Cryptography;
using System.Text;
using Realtime.Discussion.Screening.Folding;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

/// <summary>
/// Folding is made faster now and then, and must not read one letter otherwise for it. The digests are those of the first, plain folding, over
/// texts of chance; where a rule is changed on purpose, write the new ones down.
/// </summary>
public class FoldingDigestTests
{
    private const int Texts = 4_000;

    private const string Latin = "abcdefghijklmnopqrstuvwxyzIIOABCLZ", Accented = "éèüßøłđıšžçñĲǅﬁﬀæœþȧ", Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґАВСЕ", Armenian = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևՈւՏ",
        Greek = "αβγδεζηθικλμνξοπρσςτυφχψωΡΥ", Arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئـﻼ٣\u064B\u0651", Signs = "0123456789@$€!|", Marks = " .,-_*~+=·•‐–;:?!\n\t()…։\"'", Invisible = "\u200B\u0301\u00AD\u2060\uFE0F\u0483\u034F",
        Asian = "これは漢字한국어ไทยकि๓", Dressed = "ｆｕⓒⓘ№™½²ªº";

    [Theory]
    [InlineData("Latin", Latin + Marks, "70d59c4ed1fb1f58")]
    [InlineData("disguised Latin", Latin + Accented + Signs + Marks + Invisible, "5fc7581734ad6f67")]
    [InlineData("Cyrillic", Cyrillic + Marks + Signs, "198381b0526deaf7")]
    [InlineData("Armenian", Armenian + Marks + Signs, "2915cd9ee06301d9")]
    [InlineData("Greek", Greek + Marks + Signs, "c45fed7b58035ab5")]
    [InlineData("Arabic", Arabic + Marks + Signs + Invisible, "a88032a4c7eed4b8")]
    [InlineData("Latin and Cyrillic", "aecopxyiABCfns" + "аесорхуіпАВС" + Marks + Signs + Invisible, "2e473c36908fe371")]
    [InlineData("Latin and Armenian", "ohsungqjl" + "օհսոցգզյլՏՍ" + Marks + Signs, "6f29f927724ff14c")]
    [InlineData("long Latin words", Latin + Latin + Latin + Latin + " .", "e71e6102d1b05c08")]
    [InlineData("long Cyrillic words", Cyrillic + Cyrillic + Cyrillic + " .", "1f427373fba84a2d")]
    [InlineData("long words of three scripts", Latin + Cyrillic + Armenian + " ,0", "6ed35c4041fc0d60")]
    [InlineData("everything", Latin + Accented + Cyrillic + Armenian + Greek + Arabic + Signs + Marks + Invisible + Asian + Dressed + "\uD835\uDCFC\uD83C\uDD71\uD800", "55af437c30b809b6")]
    public void Texts_of_chance_are_folded_as_ever(string name, string alphabet, string digest)
    {
        var random = new Random(alphabet.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < Texts; i++)
        {
            var folded = FoldedText.Of(new string(random.GetItems(alphabet.AsSpan(), random.Next(1, 80))));
            for (var text = folded; text is not null; text = text.ByShape) hash.AppendData(Encoding.UTF8.GetBytes(Written(text)));
        }

        Assert.Equal((name, digest), (name, Convert.ToHexStringLower(hash.GetHashAndReset())[..16]));
    }

    private static string Written(FoldedText text) => string.Join('\n', text.Letters.ToArray().Select(letter =>
        $"{(int)letter.Letter} {letter.Reads} {letter.Run} {letter.Gap} {letter.IsSign} {letter.Start} {letter.End}")) + "\n\n";
}
