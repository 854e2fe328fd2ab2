using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Threads;

public class DiscussionRulesTests
{
    [Fact]
    public void The_defaults_are_sound() => Assert.Empty(new DiscussionRules().Mistakes());

    [Fact]
    public void Every_mistake_is_told_with_its_key()
    {
        var rules = new DiscussionRules
        {
            MaxCharacters = 0, MaxQuoteCharacters = 0, EditWindow = TimeSpan.FromSeconds(-1), Reactions = ["like", "like"], ReportReasons = ["a b"],
        };

        Assert.Equal(
            ["Discussion:MaxCharacters", "Discussion:MaxQuoteCharacters", "Discussion:EditWindow", "Discussion:Reactions", "Discussion:ReportReasons"],
            rules.Mistakes().Select(mistake => mistake.Split(' ')[0]));
    }
}
