using Realtime.Cli.Screens;
using Xunit;

namespace Realtime.Cli.Tests.Screens;

public class SafeTextTests
{
    [Theory]
    [InlineData("a\u001b[31mb", "a[31mb")]
    [InlineData("a\u001b]0;title\u0007b", "a]0;titleb")]
    [InlineData("a\u009b31mb", "a31mb")]
    [InlineData("a\bb\u007fc\rd\0e", "abcde")]
    public void Control_characters_are_dropped(string text, string safe) => Assert.Equal(safe, SafeText.Line(text));

    [Theory]
    [InlineData("a\u202eb\u202cc")]
    [InlineData("a\u2066b\u2069c")]
    [InlineData("a\u200fb\u061cc")]
    [InlineData("a\ufeffb\u00adc")]
    public void Directional_and_invisible_characters_are_dropped(string text) => Assert.Equal("abc", SafeText.Line(text));

    [Theory]
    [InlineData("می\u200cخواهم")]
    [InlineData("👩\u200d👩\u200d👧\ufe0f")]
    [InlineData("שָׁלוֹם")]
    [InlineData("Ünïcödé ＡＢＣ 日本語")]
    public void Words_of_any_script_stay_as_they_are(string text) => Assert.Equal(text, SafeText.Line(text));

    [Theory]
    [InlineData("a\nb\tc\u2028d", "a b c d")]
    [InlineData("  a  ", "a")]
    [InlineData(null, "")]
    public void A_line_is_one_line(string? text, string line) => Assert.Equal(line, SafeText.Line(text));

    [Fact]
    public void A_pile_of_combining_marks_is_cut_down() => Assert.Equal("Z" + new string('\u0351', 8) + "!", SafeText.Line("Z" + new string('\u0351', 500) + "!"));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Assert.Equal("a\ufffdb", SafeText.Line("a\ud83db"));

    [Fact]
    public void Only_text_that_runs_from_right_to_left_is_isolated()
    {
        Assert.Equal("Ada", SafeText.Isolated("Ada"));
        Assert.Equal("\u2068سارة\u2069", SafeText.Isolated("سارة"));
        Assert.Equal("\u2068סarah\u2069", SafeText.Isolated("\u202eסarah\u2069\u2069"));
    }
}
