using CsCheck;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Server.Tests.Bodies.Written;

namespace Realtime.Server.Tests.Bodies;

public class WrittenTextTests
{
    public static TheoryData<string> Scripts =>
    [
        "Կամուրջը վերջապես բացվեց, շնորհավոր։", "وأخيرًا اِفْتُتِحَ الجِسْرُ", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים", "पुल आखिरकार खुल गया, क्ष्म्य", "大桥终于通车了", "ხიდი გაიხსნა",
        "Cầu đã thông xe rồi", "สะพานเปิดแล้วจริงๆ ที่นี่", "ཟམ་པ་འགོ་བརྩམས་སོ། ཧྐྵྨླྺྼྻྂ", "မြို့ပြတံတားဖွင့်ပြီ", "ស្ពានបានបើកហើយ", "다리가 드디어", "다리", "ⲧⲉⲫⲣⲁ", "Αὐτὰρ ᾧ",
        "👩‍👩‍👧‍👦 👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇦🇲 ❤️ 1️⃣", "می‌خواهم", "𝒜𐍈𠀀",
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_script_passes_and_is_kept(string text)
    {
        var body = Body(text);

        Assert.Equal(text.Normalize(), body.Text);
        Assert.Equal($"<p dir=\"auto\">{text.Normalize()}</p>\n", body.Html);
    }

    [Fact]
    public void The_text_is_normalized() => Assert.Equal("é", Body("e\u0301").Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData("\u200b\u200d\ufeff")]
    [InlineData("\u00a0\u3000")]
    [InlineData("\u0301\u0302")]
    [InlineData("\u3164\u115f\u2800")]
    [InlineData("\u202e\u2066")]
    [InlineData("\u2028\u2029")]
    public void What_cannot_be_seen_is_empty(string? text) => Assert.Equal(RefusalCode.CommentEmpty, Refusal(text));

    [Fact]
    public void Control_characters_are_refused()
    {
        foreach (var c in Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t')))
            Assert.Equal(RefusalCode.CommentMalformed, Refusal($"a{c}b"));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        foreach (var text in new[] { "a\ud83d", "\ude00b", "\ude00\ud83d", "a\ud83d\ud83d\ude00" }) Assert.Equal(RefusalCode.CommentMalformed, Refusal(text));
    }

    [Fact]
    public void Line_and_paragraph_separators_break_the_line() => Assert.Equal("a\nb\nc", Body("a\u2028b\u2029c").Text);

    [Fact]
    public void Zalgo_is_refused() => Assert.Equal(RefusalCode.CommentMalformed, Refusal("He comes" + new string('\u0335', 20) + "!"));

    [Fact]
    public void Ten_thousand_marks_on_one_letter_are_refused() => Assert.Equal(RefusalCode.CommentMalformed, Refusal("a" + Repeat("\u0316\u0301", 60_000)));

    [Fact]
    public void A_chain_of_joined_emoji_without_an_end_is_refused() => Assert.Equal(RefusalCode.CommentMalformed, Refusal(Repeat("👩\u200d", 3_000)));

    [Fact]
    public void A_syllable_without_an_end_is_refused() => Assert.Equal(RefusalCode.CommentMalformed, Refusal(new string('\u1100', 200)));

    [Theory]
    [InlineData("a")]
    [InlineData("ա")]
    [InlineData("é")]
    [InlineData("कि")]
    [InlineData("😀")]
    [InlineData("👍🏽")]
    [InlineData("🇦🇲")]
    [InlineData("שָּׁ")]
    public void Ten_thousand_characters_as_a_person_counts_them_pass_and_one_more_does_not(string character)
    {
        Assert.Null(Refusal(string.Concat(Enumerable.Repeat(character, 10_000))));
        Assert.Equal(RefusalCode.CommentTooLong, Refusal(string.Concat(Enumerable.Repeat(character, 10_001))));
    }

    [Fact]
    public void A_megabyte_is_too_long_whatever_it_is() => Assert.Equal(RefusalCode.CommentTooLong, Refusal(new string('\0', 1 << 20)));

    [Fact]
    public void White_space_around_does_not_count() => Assert.Null(Refusal(new string(' ', 5_000) + new string('a', 10_000)));

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception() =>
        Gen.OneOf<string>(Gen.String, Gen.String[Gen.Char, 0, 200], Gen.OneOf("ա", "\u0301", "\u200d", "😀", "\ud83d", "\n", "\0", "*").Array.Select(string.Concat))
            .Sample(text => Read(text) is { Value: not null } or { Refusal: not null });

    [Fact]
    public void What_was_kept_is_kept_again_unchanged() => Gen.String.Sample(text =>
        Read(text) is not { Value: { } body } || Read(body.Text) is { Value: { } again } && again == body);
}
