using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;
using Xunit;

namespace Realtime.Grains.Tests.Hosting;

public class ThreadHostingTests
{
    [Fact]
    public void Settings_come_from_their_configuration_sections()
    {
        using var host = Build(("Discussion:EditWindow", "00:05:00"), ("Writer:QueueLimit", "7"), ("Replicas:IdleAfter", "00:01:00"));

        Assert.Equal(TimeSpan.FromMinutes(5), Options<DiscussionRules>(host).EditWindow);
        Assert.Equal(7, Options<WriterOptions>(host).QueueLimit);
        Assert.Equal(TimeSpan.FromMinutes(1), Options<ReplicaOptions>(host).IdleAfter);
        Assert.Equal(28, Options<SiloMessagingOptions>(host).MaxEnqueuedRequestsHardLimit);
    }

    [Fact]
    public void The_reactions_that_a_publisher_lists_take_the_place_of_the_usual_ones()
    {
        using var host = Build(("Discussion:Reactions:0", "agree"), ("Discussion:Reactions:1", "disagree"));

        Assert.Equal(["agree", "disagree"], Options<DiscussionRules>(host).Reactions);
    }

    [Theory]
    [InlineData("Discussion:MaxCharacters", "0")]
    [InlineData("Writer:QueueLimit", "0")]
    [InlineData("Replicas:RenewEvery", "00:05:00")]
    public void A_mistake_ends_the_start_and_names_its_key(string key, string value)
    {
        using var host = Build((key, value));

        var mistake = Assert.ThrowsAny<Exception>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(key, mistake.ToString(), StringComparison.Ordinal);
    }

    private static T Options<T>(IHost host)
        where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;

    private static IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.UseOrleans(silo => silo.UseLocalhostClustering().AddThreads());
        return builder.Build();
    }
}
