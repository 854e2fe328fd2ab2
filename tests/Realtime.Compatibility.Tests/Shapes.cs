using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization.Configuration;
using Realtime.Compatibility.Tests.Next;
using Realtime.Grains.Threads;

namespace Realtime.Compatibility.Tests;

/// <summary>Makes a silo, a client or a serializer know one of the two shapes only. Generated code offers both, because both are in this program.</summary>
internal static class Shapes
{
    private static readonly string[] Changed =
        [.. typeof(NextPost).Assembly.GetTypes().Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>()];

    public static void UseThis(IServiceCollection services) => services.Remove(OffersOf(services, typeof(Shapes).Assembly));

    public static void UseNext(IServiceCollection services)
    {
        var next = OffersOf(services, typeof(Shapes).Assembly);
        services.Remove(next);
        services.Remove(OffersOf(services, typeof(IArticleThreadGrain).Assembly));
        services.Configure<TypeManifestOptions>(known =>
        {
            foreach (var alias in Changed) known.WellKnownTypeAliases.Remove(alias);
        });
        services.Add(next);
    }

    private static ServiceDescriptor OffersOf(IServiceCollection services, Assembly assembly) => services.Single(service =>
        service.ServiceType == typeof(Microsoft.Extensions.Options.IConfigureOptions<TypeManifestOptions>)
        && (service.ImplementationType ?? service.ImplementationInstance?.GetType())?.Assembly == assembly);
}
