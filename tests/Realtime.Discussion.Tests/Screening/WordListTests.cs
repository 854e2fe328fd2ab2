using CsCheck;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Words;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

public class WordListTests
{
    private static readonly WordList List = new(new WordLists
    {
        Banned = ["blorp", "ass", "tits", "gomer pile", "дурында", "хапуга", "ապուշիկ", "բոդիկ", "zork*", "*wug", "垃圾", "1488"],
        Suspect = ["quisling", "ножик"],
        Allowed = ["blorp museum", "wise ass"],
    });

    [Theory]
    [InlineData("what a blorp")]
    [InlineData("BLORP!")]
    [InlineData("b l o r p")]
    [InlineData("b.l.o.r.p")]
    [InlineData("b - l - o - r - p")]
    [InlineData("blo-rp")]
    [InlineData("blooooorp")]
    [InlineData("bl0rp")]
    [InlineData("ЬlоrР")]
    [InlineData("b\u200Blorp")]
    [InlineData("blörp")]
    [InlineData("ｂｌｏｒｐ")]
    [InlineData("blorp2000")]
    [InlineData("asssss")]
    [InlineData("a$$")]
    [InlineData("a s s")]
    [InlineData("gomer   pile")]
    [InlineData("gomerpile")]
    [InlineData("zorkian zorks")]
    [InlineData("megawug")]
    [InlineData("这是垃圾啊")]
    [InlineData("the 1488 crowd")]
    [InlineData("14 88 no, 1.4.8.8")]
    public void A_banned_word_is_found_in_disguise(string text) => Assert.NotEmpty(Find(text));

    [Theory]
    [InlineData("blorpy blorpington")]
    [InlineData("as soon as possible")]
    [InlineData("a class assignment passes")]
    [InlineData("a nervous tic")]
    [InlineData("pay 455 now")]
    [InlineData("gomer")]
    [InlineData("amazorked")]
    [InlineData("wugs")]
    [InlineData("the blorp museum")]
    [InlineData("don't be a wise-ass")]
    [InlineData("bl orp")]
    [InlineData("in 14880 ways")]
    [InlineData("in 14888 ways")]
    [InlineData("")]
    public void An_innocent_look_alike_is_not(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("дурында")]
    [InlineData("durynda")]
    [InlineData("durinda")]
    [InlineData("хaпyгa")]
    [InlineData("hapuga")]
    [InlineData("khapuga")]
    [InlineData("xapuga")]
    [InlineData("apushik")]
    [InlineData("abushig")]
    [InlineData("ապուշիկ")]
    [InlineData("bodik")]
    [InlineData("potig")]
    public void An_entry_in_another_script_stands_for_its_Latin_spellings(string text) => Assert.NotEmpty(Find(text));

    [Fact]
    public void A_match_says_which_entry_which_list_and_where()
    {
        var match = Assert.Single(Find("Look: b.l.o.r.p, there"));
        Assert.Equal(new WordMatch("blorp", WordListKind.Banned, new TextSpan(6, 9)), match);
    }

    [Fact]
    public void A_word_that_is_both_suspect_and_dressed_up_keeps_its_list() =>
        Assert.Equal(WordListKind.Suspect, Assert.Single(Find("Qu1sl1ng")).List);

    [Fact]
    public void Whatever_stands_around_it_a_match_maps_to_exactly_the_word() =>
        Gen.Select(Gen.OneOf(Gen.Char['а', 'я'], Gen.Char[' ', '/'], Gen.Const('\u0301'), Gen.Const('\uD83D')).Array[0, 20], Gen.Int[0, 3]).Sample((noise, kind) =>
        {
            var before = new string(noise) + " ";
            var word = new[] { "blorp", "b-l-o-r-p", "BL0RP", "дурында" }[kind];
            // The noise itself may hold another match.
            Assert.Contains(new TextSpan(before.Length, word.Length), Find($"{before}{word} {before}").Select(match => match.Span));
        });

    [Fact]
    public void The_automaton_finds_what_a_naive_search_finds() =>
        Gen.Select(Gen.Char['a', 'd'].Array[1, 4].Select(c => new string(c)).Array[1, 12], Gen.Char['a', 'e'].Array[0, 40].Select(c => new string(c).Replace('e', ' '))).Sample((entries, text) =>
        {
            // Doubled letters have rules of their own, tested above.
            entries = [.. entries.Where(entry => entry.Zip(entry.Skip(1)).All(pair => pair.First != pair.Second)).Distinct()];
            var found = new WordList(new WordLists { Banned = entries }).Search(FoldedText.Of(text)).Matches.Select(match => match.Entry).Distinct().Order();
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var expected = entries.Where(entry => words.Contains(entry)).ToList();
            Assert.Empty(expected.Except(found));
        });

    [Fact]
    public void The_work_is_linear_in_the_text()
    {
        var random = new Random(7);
        var entries = Enumerable.Range(0, 5_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => (char)('a' + random.Next(6))))).ToArray();
        var list = new WordList(new WordLists { Banned = entries });
        foreach (var unit in new[] { "a", "ab", "a b ", "fade ", "aab ", "дом ", "a." })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 10_000 / unit.Length));
            Assert.InRange(list.Search(FoldedText.Of(text)).Steps, 0, 40L * text.Length);
        }
    }

    [Fact]
    public void Overlapping_entries_of_one_letter_do_not_multiply_the_work()
    {
        var list = new WordList(new WordLists { Banned = [.. Enumerable.Range(1, 64).Select(n => string.Concat(Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 'a' : 'b')) + '*')] });
        var search = list.Search(FoldedText.Of(string.Concat(Enumerable.Repeat("ab", 5_000))));
        Assert.InRange(search.Steps, 0, 100L * 10_000);
        Assert.InRange(search.Matches.Count, 1, WordList.MaxMatches);
    }

    [Fact]
    public void Mistakes_name_the_entry()
    {
        var lists = new WordLists { Banned = ["fine", "", "***"], Allowed = [new string('x', 200)] };
        Assert.Equal(["words:banned[1]", "words:banned[2]", "words:allowed[0]"], lists.Mistakes().Select(mistake => mistake.Split(' ')[0]));
    }

    private static IReadOnlyList<WordMatch> Find(string text) => List.Search(FoldedText.Of(text)).Matches;
}
