using Realtime.Server.Identity;
using Xunit;

namespace Realtime.Server.Tests.Identity;

public class FoldedNamesTests
{
    [Theory]
    [InlineData("Anna Karenina", "anna  karenina")]
    [InlineData("Anna Karenina", "AnnaKarenina")]
    [InlineData("Anna", "Аnna")] // Cyrillic А
    [InlineData("Anna", "Annа")] // Cyrillic а at the end
    [InlineData("Anna", "Ánnä")]
    [InlineData("Anna", "A n n a")]
    [InlineData("Anna", "Ann4")]
    [InlineData("Anna", "Анна")]
    [InlineData("Coco", "Сосо")] // all Cyrillic
    [InlineData("Ilya", "llya")]
    [InlineData("Ilya", "1lya")]
    [InlineData("Անի", "Ani")]
    [InlineData("ＡＮＮＡ", "anna")]
    [InlineData("😀😀", "😀😀")]
    public void Names_that_look_or_sound_alike_have_a_folding_in_common(string one, string other) =>
        Assert.NotEmpty(FoldedNames.Of(one).Intersect(FoldedNames.Of(other)));

    [Theory]
    [InlineData("Anna", "Hanna")]
    [InlineData("Anna", "Ana")]
    [InlineData("Kate", "Cate")]
    [InlineData("Jan", "Ian")]
    [InlineData("محمد", "أحمد")]
    [InlineData("李明", "李华")]
    [InlineData("😀", "😁")]
    public void Other_names_have_none(string one, string other) => Assert.Empty(FoldedNames.Of(one).Intersect(FoldedNames.Of(other)));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("a")]
    public void Every_name_has_a_folding(string name) => Assert.NotEmpty(FoldedNames.Of(name));
}
