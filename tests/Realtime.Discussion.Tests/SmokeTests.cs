using Xunit;

namespace Realtime.Discussion.Tests;

public class SmokeTests
{
    [Fact]
    public void Runs() => Assert.True(Environment.ProcessorCount > 0);
}
