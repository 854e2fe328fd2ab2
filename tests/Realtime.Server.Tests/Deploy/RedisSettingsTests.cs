using Xunit;

namespace Realtime.Server.Tests.Deploy;

public sealed class RedisSettingsTests
{
    private static readonly Dictionary<string, string> Settings = File.ReadAllLines(DeployFolder.Kubernetes("redis/redis.conf"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1]);

    [Fact]
    public void Every_write_is_logged_and_forced_to_disk_within_a_second() =>
        Assert.Equal(("yes", "everysec", "no"), (Settings["appendonly"], Settings["appendfsync"], Settings["no-appendfsync-on-rewrite"]));

    [Fact]
    public void A_full_store_refuses_instead_of_forgetting() => Assert.Equal("noeviction", Settings["maxmemory-policy"]);
}
