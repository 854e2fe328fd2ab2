using Realtime.Discussion.Addressing;
using Xunit;

namespace Realtime.Discussion.Tests.Addressing;

public class FoldedNamesTests
{
    [Theory]
    [InlineData("ARMANEN")]
    [InlineData(" Arm anen ")]
    [InlineData("Armanėn")]
    [InlineData("Arm@nen")]
    [InlineData("@Armanen")]
    [InlineData("Arrnanen")]
    [InlineData("Armаnеn")]
    [InlineData("Arma\u200Bnen")]
    [InlineData("Арманен")]
    [InlineData("Արմանեն")]
    [InlineData("Ａｒｍａｎｅｎ")]
    [InlineData("armanen_")]
    public void Names_that_could_be_taken_for_each_other_meet(string name) => Assert.True(FoldedNames.AllOf("Armanen").Overlaps(FoldedNames.AllOf(name)));

    [Theory]
    [InlineData("lvan", "Ivan")]
    [InlineData("M0derator", "Moderator")]
    [InlineData("Сора", "Copa")]
    [InlineData("Сора", "Sora")]
    [InlineData("🙂", "🙂")]
    public void Letters_that_look_alike_are_one(string one, string other) => Assert.True(FoldedNames.AllOf(one).Overlaps(FoldedNames.AllOf(other)));

    [Theory]
    [InlineData("Armanen", "Armen")]
    [InlineData("Artur", "Arthur")]
    [InlineData("Garo", "Karo")]
    [InlineData("🙂", "🙃")]
    public void Different_names_stay_different(string one, string other) => Assert.False(FoldedNames.AllOf(one).Overlaps(FoldedNames.AllOf(other)));

    [Fact]
    public void A_name_has_one_key_and_that_is_among_all_of_them() => Assert.Contains(FoldedNames.Of("Сора"), FoldedNames.AllOf("Сора"));
}
