using Realtime.Cli.Watching;
using Xunit;

namespace Realtime.Cli.Tests.Watching;

public class BackoffTests
{
    [Fact]
    public void Waits_never_leave_the_upper_half_below_the_ceiling()
    {
        var backoff = new Backoff(new Random(7));
        var waits = Enumerable.Range(0, 200).Select(_ => backoff.Next()).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, Backoff.First / 2, Backoff.Ceiling));
        Assert.All(waits.Skip(10), wait => Assert.True(wait >= Backoff.Ceiling / 2));
    }

    [Fact]
    public void Two_clients_do_not_return_together()
    {
        var (one, other) = (new Backoff(new Random(1)), new Backoff(new Random(2)));

        Assert.NotEqual(one.Next(), other.Next());
    }
}
