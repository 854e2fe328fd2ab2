using Microsoft.Extensions.Configuration;
using Realtime.Redis.Stores;

namespace Realtime.Redis.Tests.Stores;

public sealed class StoreOptionsTests
{
    [Fact]
    public void Without_settings_the_store_is_embedded_and_in_data()
    {
        var options = Read();
        Assert.Equal((StoreKind.Embedded, "data"), (options.Kind, options.Directory));
        Assert.False(options.AllowNotDurable);
    }

    [Fact]
    public void A_connection_string_and_lower_case_kinds_are_read()
    {
        var options = Read(("Store:Kind", "redis"), ("Store:Redis", "redis-1:6379"), ("Store:CommandTimeout", "00:00:03"));
        Assert.Equal((StoreKind.Redis, "redis-1:6379", TimeSpan.FromSeconds(3)), (options.Kind, options.Redis, options.CommandTimeout));
    }

    [Theory]
    [InlineData("Store:Kind", "postgres")]
    [InlineData("Store:Kind", "redis")]
    [InlineData("Store:Kind", "7")]
    [InlineData("Store:Directory", " ")]
    [InlineData("Store:Prefix", "a{b}")]
    [InlineData("Store:Prefix", "")]
    [InlineData("Store:CommandTimeout", "00:00:00")]
    [InlineData("Store:CommandTimeout", "soon")]
    [InlineData("Store:ConnectTimeout", "-00:00:01")]
    [InlineData("Store:StartTimeout", "-00:00:01")]
    [InlineData("Store:MemoryMegabytes", "1")]
    [InlineData("Store:LogMegabytes", "0")]
    [InlineData("Store:RenewAfter", "00:00:00")]
    [InlineData("Store:RenewEvery", "00:00:00")]
    public void A_wrong_value_is_refused_with_its_key(string key, string value) =>
        Assert.Contains(key == "Store:Kind" && value == "redis" ? "Store:Redis" : key, Assert.Throws<StoreStartException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_that_is_no_connection_string_is_refused_without_repeating_it() =>
        Assert.DoesNotContain(
            "hunter2",
            Assert.Throws<StoreStartException>(() => Read(("Store:Kind", "redis"), ("Store:Redis", "redis-1:6379,pasword=hunter2"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void All_wrong_values_are_named_together()
    {
        var message = Assert.Throws<StoreStartException>(() => Read(("Store:Prefix", "{"), ("Store:MemoryMegabytes", "1"))).Message;
        Assert.Contains("Store:Prefix", message, StringComparison.Ordinal);
        Assert.Contains("Store:MemoryMegabytes", message, StringComparison.Ordinal);
    }

    private static StoreOptions Read(params (string Key, string Value)[] settings) => StoreOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build());
}
