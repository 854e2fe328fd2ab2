using Realtime.Cli.Wire;
using Xunit;

namespace Realtime.Cli.Tests.Wire;

public class HubRefusalTests
{
    [Fact]
    public void A_refusal_is_read_from_the_first_brace_of_the_message()
    {
        var refusal = HubRefusal.Read("""An error occurred. HubException: {"code":"thread_busy","title":"Busy.","status":503}""");

        Assert.Equal(new HubRefusal("thread_busy", "Busy."), refusal);
    }

    [Theory]
    [InlineData("Method does not exist.")]
    [InlineData("{ broken")]
    [InlineData("""{"title":"No code."}""")]
    [InlineData("""{"code":"a"} and more""")]
    public void Anything_else_is_no_refusal(string message) => Assert.Null(HubRefusal.Read(message));

    [Theory]
    [InlineData("article_unknown", true)]
    [InlineData("thread_busy", false)]
    [InlineData("something_new", false)]
    public void Only_what_waiting_does_not_cure_is_final(string code, bool final) => Assert.Equal(final, new HubRefusal(code, "").IsFinal);
}
