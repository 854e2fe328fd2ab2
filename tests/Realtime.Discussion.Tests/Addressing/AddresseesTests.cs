using CsCheck;
using Realtime.Discussion.Addressing;
using Realtime.Discussion.Identity;
using Xunit;
using static Realtime.Discussion.Tests.Addressing.Present;

namespace Realtime.Discussion.Tests.Addressing;

public class AddresseesTests
{
    private static readonly string[] FoundingPage =
        ["Nairian", "john papazian", "hovo", "Edward", "Armanen", "RRR", "Zareh", "Arthur", "Hayk", "Arsen", "Avetis"];

    [Theory]
    [InlineData("Armanen jan, could you say more?", "Armanen=Armanen")]
    [InlineData("RRR, that is not what was said.", "RRR=RRR")]
    [InlineData("HOVO where did you read that", "hovo=HOVO")]
    [InlineData("Thanks Armanen, now I see.", "Armanen=Armanen")]
    [InlineData("Nairian: one more question", "Nairian=Nairian")]
    [InlineData("@Hovo look at the map", "hovo=@Hovo")]
    [InlineData("Hayk — you are right", "Hayk=Hayk")]
    [InlineData("Zareh; no", "Zareh=Zareh")]
    [InlineData("edward\nI did not mean it like that", "Edward=edward")]
    [InlineData("Dear Arthur, and all", "Arthur=Arthur")]
    [InlineData("Mr. Papazian, please", null)]
    [InlineData("John Papazian, please", "john papazian=John Papazian")]
    [InlineData("John, please", "john papazian=John")]
    [InlineData("Arsen", "Arsen=Arsen")]
    [InlineData("yes, Avetis, exactly", "Avetis=Avetis")]
    [InlineData("  «Hayk», as I said", "Hayk=Hayk")]
    [InlineData("I agree with Armanen, mostly", null)]
    [InlineData("Armanen said so before", null)]
    [InlineData("Nobody, really", null)]
    [InlineData("", null)]
    [InlineData(" , ", null)]
    public void A_comment_that_begins_with_a_name_answers_whose_it_is(string text, string? addressed) => Assert.Equal(addressed, Addressed(text, FoundingPage));

    [Theory]
    [InlineData("Armanen")]
    [InlineData("ARMANEN")]
    [InlineData("Armanėn")]
    [InlineData("Арманен")]
    [InlineData("Արմանեն")]
    [InlineData("Αρμανεν")]
    [InlineData("Αrmаnеn")]
    [InlineData("Ａｒｍａｎｅｎ")]
    public void A_name_is_the_same_in_every_alphabet(string name)
    {
        Assert.Equal($"{name}=Armanen", Addressed("Armanen jan, barev", name));
        Assert.Equal($"Armanen={name}", Addressed($"{name}, добрый день", "Armanen"));
        Assert.Equal($"{name}=Արմանեն", Addressed("Արմանեն ջան, բարև", name));
        Assert.Equal($"{name}=Арманен", Addressed("Уважаемый Арманен, здравствуйте", name));
    }

    [Theory]
    [InlineData("Khachatur", "Хачатур")]
    [InlineData("Xachatur", "Խաչատուր")]
    [InlineData("Сергей", "Sergei")]
    [InlineData("Sergey", "Սերգեյ")]
    [InlineData("Yelena", "Елена")]
    [InlineData("Elena", "Yelena")]
    [InlineData("Мария", "Maria")]
    [InlineData("Dmitry", "Дмитрий")]
    [InlineData("Alex", "Алекс")]
    [InlineData("Victor", "Виктор")]
    [InlineData("Arthur", "Արթուր")]
    [InlineData("Անուշ", "Anoush")]
    [InlineData("Նաիրյան", "Nairian")]
    [InlineData("Пётр", "Petr")]
    [InlineData("Bedros", "Պետրոս")]
    [InlineData("Petros", "Պետրոս")]
    [InlineData("Joʻra", "Joʻra")]
    public void A_name_is_found_however_it_is_spelled_in_another_alphabet(string one, string other)
    {
        Assert.Equal($"{one}={other}", Addressed($"{other}, …", one));
        Assert.Equal($"{other}={one}", Addressed($"{one}: …", other));
    }

    [Fact]
    public void The_marks_that_Armenian_puts_into_a_word_do_not_divide_it() => Assert.Equal("Armen=Արմե՛ն", Addressed("Արմե՛ն, լսիր", "Armen"));

    [Fact]
    public void Of_two_people_with_one_name_nobody_is_meant()
    {
        var two = Participants.Of([new Author(new("a"), "Armen"), new Author(new("b"), "Armen"), new Author(new("c"), "Garo")]);

        Assert.Null(Addressees.In("Armen, hello", two, Writer));
        Assert.Null(Addressees.In("@Armen hello", two, Writer));
        Assert.NotNull(Addressees.In("Garo, hello", two, Writer));
    }

    [Fact]
    public void Of_two_names_that_sound_alike_nobody_is_meant() => Assert.Null(Addressed("Armen, hello", "Armen", "Армен"));

    [Fact]
    public void Of_two_first_names_that_are_alike_nobody_is_meant()
    {
        Assert.Null(Addressed("Garo, hello", "Garo M.", "Garo K."));
        Assert.Equal("Garo K.=Garo K", Addressed("Garo K., hello", "Garo M.", "Garo K."));
    }

    [Fact]
    public void One_person_under_two_names_is_one() => Assert.Equal(new UserId("a"),
        Addressees.In("Armen, hello", Participants.Of([new Author(new("a"), "Armen"), new Author(new("a"), "Армен"), new Author(new("a"), "Armen S.")]), Writer)?.User);

    [Fact]
    public void Nobody_answers_themselves()
    {
        var two = Participants.Of([new Author(new("a"), "Armen"), new Author(new("b"), "Armen")]);

        Assert.Equal(new UserId("b"), Addressees.In("Armen, hello", two, new UserId("a"))?.User);
        Assert.Null(Addressees.In("Armen, hello", Participants.Of([new Author(new("a"), "Armen")]), new UserId("a")));
    }

    [Fact]
    public void The_longest_name_is_meant()
    {
        Assert.Equal("Armen S.=Armen S", Addressed("Armen S., hello", "Armen", "Armen S."));
        Assert.Equal("Armen=Armen", Addressed("Armen, S. is wrong", "Armen", "Armen S."));
    }

    [Theory]
    [InlineData("Will it rain?", null)]
    [InlineData("Will, it rains", "Will=Will")]
    [InlineData("will - it rains", "Will=will")]
    [InlineData("Will-power is all", null)]
    [InlineData("Will's idea", null)]
    [InlineData("WILL it rain?", "Will=WILL")]
    [InlineData("WILL IT RAIN?", null)]
    [InlineData("Willing, I come", null)]
    public void A_name_that_is_a_word_counts_only_when_somebody_is_called(string text, string? addressed) => Assert.Equal(addressed, Addressed(text, "Will"));

    [Theory]
    [InlineData("Well, I think so", null)]
    [InlineData("Да, конечно", null)]
    [InlineData("@Well I think so", "Well=@Well")]
    [InlineData("Well jan, I think so", "Well=Well")]
    public void A_word_that_begins_comments_by_itself_is_nobodys_name_unless_called(string text, string? addressed) => Assert.Equal(addressed, Addressed(text, "Well", "Да"));

    [Fact]
    public void Initials_alone_are_nobody() => Assert.Null(Addressed("A, b, c", "A", "A. Khan"));

    [Fact]
    public void A_name_without_letters_is_nobody() => Assert.Null(Addressed("🙂, hello", "🙂", "!!!"));

    [Fact]
    public void Somebody_who_joins_is_found_as_if_they_had_been_there_from_the_beginning()
    {
        var joined = Participants.None.With(new Author(new("Armen"), "Armen")).With(new Author(new("Armen"), "Armen"));

        Assert.Equal(new UserId("Armen"), Addressees.In("Armen, hello", joined, Writer)?.User);
    }

    [Fact]
    public void Any_text_and_any_names_have_an_answer_that_lies_in_the_text()
    {
        var any = Gen.OneOf(Gen.Char["@ ,.Ա-"], Gen.Char['a', 'z'], Gen.Char['А', 'я'], Gen.Char['Ա', 'և'], Gen.Char).Array[0, 40].Select(chars => new string(chars));
        Gen.Select(any, any.Array[0, 5]).Sample((text, names) =>
        {
            var begun = names.Length > 0 ? $"{names[0]}, {text}" : text;
            foreach (var one in Mentions.In("@" + begun, Of(names), Writer).Append(Addressees.In(begun, Of(names), Writer) ?? default).Where(one => one.User.Value is not null))
                Assert.InRange(one.Span.End, one.Span.Start + 1, begun.Length + 1);
        });
    }
}
