using Xunit;

namespace Realtime.Server.Tests;

public class SmokeTests
{
    [Fact]
    public void Runs() => Assert.True(Environment.ProcessorCount > 0);
}
