using Realtime.Discussion.Identity;
using Realtime.Grains.Feeds;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

internal sealed class OrleansThreadGrains(IGrainFactory grains, ILocalSiloDetails silo) : IThreadGrains
{
    /// <summary>Any thread's address. Orleans looks types up by reflection each time it is asked for a grain by interface, which costs half as much as the call.</summary>
    private readonly Lazy<GrainReference> _any = new(() => (GrainReference)grains.GetGrain<IArticleThreadGrain>("any/any"));

    public string Host { get; } = silo.SiloAddress.ToParsableString();

    public IArticleThreadGrain Of(ThreadKey key) =>
        (IArticleThreadGrain)grains.GetGrain(GrainId.Create(_any.Value.GrainId.Type, key.ToString()), _any.Value.InterfaceType);

    public IThreadObserver Expose(IThreadObserver observer) => grains.CreateObjectReference<IThreadObserver>(observer);

    public void Withdraw(IThreadObserver address) => grains.DeleteObjectReference<IThreadObserver>(address);
}
