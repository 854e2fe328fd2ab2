using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests;

internal static class Refusals
{
    public static void Expect(RefusalCode code, Decision decision)
    {
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Null(decision.Event);
    }

    public static void ExpectAlready(Decision decision)
    {
        Assert.Null(decision.Refusal);
        Assert.Null(decision.Event);
    }
}
