using Realtime.Discussion.Queue;
using Xunit;

namespace Realtime.Discussion.Tests.Queue;

public class QueueOptionsTests
{
    [Fact]
    public void The_defaults_are_sound() => Assert.Empty(new QueueOptions().Mistakes());

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_lease_too_short_or_too_long_is_named_by_its_key(int seconds) =>
        Assert.StartsWith("Queue:Lease ", Assert.Single(new QueueOptions { Lease = TimeSpan.FromSeconds(seconds) }.Mistakes()), StringComparison.Ordinal);
}
