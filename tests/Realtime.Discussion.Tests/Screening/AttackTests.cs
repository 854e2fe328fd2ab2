using Realtime.Discussion.Screening;
using Xunit;

namespace Realtime.Discussion.Tests.Screening;

public class AttackTests
{
    private static readonly Screener Screener = new(new ScreeningPolicy { Steps = [new StepPolicy { Step = StepNames.PersonalAttacks }] });

    [Theory]
    [InlineData("You are an idiot.")]
    [InlineData("Honestly you're such a complete moron")]
    [InlineData("you 1d10t")]
    [InlineData("I think you are a liar.")]
    [InlineData("Only idiots like you would buy it.")]
    [InlineData("Idiot, you have read nothing.")]
    [InlineData("Shut up and read the article.")]
    [InlineData("People like you are the enemy of this town.")]
    [InlineData("Don't be an idiot.")]
    [InlineData("Nare is a pathetic liar")]
    [InlineData("Նարե, ապուշ")]
    [InlineData("Ты просто дурак")]
    [InlineData("ti durak")]
    [InlineData("Դու ապուշ ես")]
    [InlineData("du apush es")]
    [InlineData("tu es vraiment un imbécile")]
    [InlineData("Du bist ein Vollidiot")]
    [InlineData("Eres un payaso")]
    [InlineData("Заткнись уже")]
    public void An_insult_with_an_addressee_is_an_attack(string text) => Assert.Equal(Verdict.Hold, Screen(text).Verdict);

    [Theory]
    [InlineData("The minister is an idiot.")]
    [InlineData("I was an idiot to trust the forecast.")]
    [InlineData("You are not an idiot.")]
    [InlineData("He called you an idiot, which was unfair.")]
    [InlineData("You think the mayor is a liar?")]
    [InlineData("Your argument is stupid.")]
    [InlineData("They should shut up and sing.")]
    [InlineData("I agree with you, stupid rules help nobody.")]
    [InlineData("Thank you, the idiot in my kitchen finally understands.")]
    [InlineData("People like you make this page worth reading.")]
    [InlineData("> you are an idiot\nThat was uncalled for.")]
    [InlineData("She wrote “you are an idiot and a liar” and nobody minded.")]
    [InlineData("Он сказал, что министр дурак")]
    [InlineData("Ես սխալվեցի, դու ճիշտ էիր")]
    public void What_is_said_of_others_of_opinions_or_of_oneself_is_none(string text) => Assert.Equal(Verdict.Allow, Screen(text).Verdict);

    [Fact]
    public void A_bare_insult_is_an_attack_when_it_answers_somebody()
    {
        Assert.Equal(Verdict.Hold, Screen("What an idiot!", isReply: true).Verdict);
        Assert.Equal(Verdict.Allow, Screen("What an idiot!").Verdict);
    }

    [Fact]
    public void The_offsets_reach_from_the_addressee_to_the_insult()
    {
        var text = "Well, you are a real id1ot today";
        var span = Assert.Single(Assert.Single(Screen(text).Findings).Spans);
        Assert.Equal("you are a real id1ot", text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Only_names_in_the_discussion_are_addressees()
    {
        Assert.Equal(Verdict.Hold, Screen("Nare is a clown").Verdict);
        Assert.Equal(Verdict.Allow, Screen("Napoleon is a clown").Verdict);
    }

    private static ScreeningOutcome Screen(string text, bool isReply = false) => Screener.Screen(new ScreeningSubject
    {
        Text = text,
        At = DateTimeOffset.UnixEpoch,
        Thread = new ThreadFacts { Participants = ["Nare Petrosyan", "tom42"], IsReply = isReply },
    });
}
