using System.Globalization;
using System.Text;
using CsCheck;
using Realtime.Discussion.Screening.Folding;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

public class FoldingTests
{
    /// <summary>Text as people and attackers write it: letters of four scripts, digits, marks, invisibles, and any other code unit.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char['a', 'z'], Gen.Char['А', 'я'], Gen.Char['Ա', 'և'], Gen.Char['Α', 'ω'], Gen.Char[' ', '@'], Gen.Const('\u200B'), Gen.Const('\u0301'),
        Gen.Const('\n'), Gen.Char).Array[0, 60].Select(chars => new string(chars));

    [Theory]
    [InlineData("Café NAÏVE", "cafe naive")]
    [InlineData("ｆｕｌｌ ｗｉｄｔｈ", "full width")]
    [InlineData("𝓼𝓬𝓻𝓲𝓹𝓽", "script")]
    [InlineData("🅱🅻🅾🅲🅺 ⓒⓘⓡⓒⓛⓔ", "block circle")]
    [InlineData("straße Łódź", "strasse lodz")]
    public void Compatibility_forms_case_and_diacritics_are_taken_off(string text, string skeleton) =>
        Assert.Equal(skeleton, FoldedText.Of(text).ToString());

    [Theory]
    [InlineData("pаrty", "party")]
    [InlineData("рarty", "party")]
    [InlineData("mοney", "money")]
    [InlineData("hօuse", "house")]
    [InlineData("cпорт", "sport")]
    [InlineData("дopoга", "doroga")]
    public void A_look_alike_is_read_in_the_script_of_its_word(string text, string skeleton) =>
        Assert.Equal(skeleton, FoldedText.Of(text).ToString());

    [Theory]
    [InlineData("дорога", "doroga")]
    [InlineData("щука хлеб жизнь", "shuka hleb zhizn")]
    [InlineData("тоҳ", "toҳ")]
    [InlineData("gՙ", "gՙ")]
    [InlineData("Երևան", "erevan")]
    [InlineData("լույս", "luys")]
    [InlineData("որդի ոսկոր", "vordi voskor")]
    [InlineData("δρόμος", "dromos")]
    public void Scripts_share_one_skeleton(string text, string skeleton) => Assert.Equal(skeleton, FoldedText.Of(text).ToString());

    [Theory]
    [InlineData("w0rd 5t0ne h3ll0", "word stone hello")]
    [InlineData("c@t ca$h", "cat cash")]
    [InlineData("3адача", "zadacha")]
    [InlineData("1984 and 455", "1984 and 455")]
    [InlineData("it costs $5, really!", "it costs 5 really")]
    public void Digits_are_letters_only_inside_words(string text, string skeleton) => Assert.Equal(skeleton, FoldedText.Of(text).ToString());

    [Fact]
    public void What_is_invisible_does_not_divide_a_word() => Assert.Equal("word", FoldedText.Of("w\u200Bo\u00ADr\u2060d\uFE0F").ToString());

    [Fact]
    public void A_word_of_look_alikes_only_has_a_second_reading_beside_Latin_words()
    {
        Assert.Equal("a sora here", FoldedText.Of("a сора here").ToString());
        Assert.Equal("a copa here", FoldedText.Of("a сора here").ByShape?.ToString());
        Assert.Null(FoldedText.Of("это сора нет").ByShape);
    }

    [Fact]
    public void The_second_reading_is_of_the_passages_around_ambiguous_words_only()
    {
        var far = string.Concat(Enumerable.Repeat("word ", 50));
        var shape = FoldedText.Of($"{far}сора {far}сора {far}").ByShape!;
        Assert.Equal(2 * (1 + 2 * 4), shape.ToString().Split(' ').Length);
        Assert.Equal("сора", shape.Source.Substring(shape.SpanOf(16, 4).Start, 4));
    }

    [Fact]
    public void Folding_again_changes_nothing() => AnyText.Sample(text =>
    {
        var skeleton = FoldedText.Of(text).ToString();
        Assert.Equal(skeleton, FoldedText.Of(skeleton).ToString());
    });

    [Fact]
    public void Every_letter_lies_inside_the_original_and_behind_the_one_before() => AnyText.Sample(text =>
    {
        var last = (Start: 0, End: 0);
        foreach (var letter in FoldedText.Of(text).Letters)
        {
            Assert.InRange(letter.Start, last.Start, text.Length);
            Assert.InRange(letter.End, letter.Start + 1, text.Length);
            last = (letter.Start, letter.End);
        }
    });

    [Fact]
    public void The_passage_a_letter_comes_from_folds_to_that_letter_again() =>
        Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['а', 'я']).Array[1, 30].Select(chars => new string(chars)).Sample(text =>
        {
            var folded = FoldedText.Of($"{text} {text}");
            for (var i = 0; i < folded.Letters.Length; i++)
            {
                var span = folded.SpanOf(i, 1);
                if (text.All(c => c < 128)) Assert.Equal(folded.Letters[i].Letter, FoldedText.Of(folded.Source.Substring(span.Start, span.Length)).Letters[0].Letter);
            }
        });

    [Fact]
    public void The_skeleton_is_at_most_a_fixed_multiple_of_the_text() => AnyText.Sample(text =>
        Assert.InRange(FoldedText.Of(text).Letters.Length, 0, 8 * text.Length));

    [Fact]
    public void Broken_surrogates_and_controls_only_divide_words() =>
        Assert.Equal("a b c", FoldedText.Of("a\uD800b\u0000c").ToString());

    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uD83F\uDFFEb")]
    public void What_is_no_character_divides_words_too(string text) => Assert.Equal("a b", FoldedText.Of(text).ToString());

    [Fact]
    public void The_culture_of_the_host_does_not_matter()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        try { Assert.Equal("initial", FoldedText.Of("INITIAL").ToString()); }
        finally { CultureInfo.CurrentCulture = culture; }
    }

    [Fact]
    public void A_run_counts_how_often_a_letter_was_repeated()
    {
        var letters = FoldedText.Of("so" + new string('o', 400) + "n").Letters;
        Assert.Equal([1, 401, 1], letters.ToArray().Select(letter => letter.Run));
    }

    [Fact]
    public void Decomposed_text_folds_like_composed() =>
        Assert.Equal(FoldedText.Of("Zoë Éluard").ToString(), FoldedText.Of("Zoë Éluard".Normalize(NormalizationForm.FormD)).ToString());
}
