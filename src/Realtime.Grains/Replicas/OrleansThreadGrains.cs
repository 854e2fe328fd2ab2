using Realtime.Discussion.Identity;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

internal sealed class OrleansThreadGrains(IGrainFactory grains, ILocalSiloDetails silo) : IThreadGrains
{
    public string Host { get; } = silo.SiloAddress.ToParsableString();

    public IArticleThreadGrain Of(ThreadKey key) => grains.GetGrain<IArticleThreadGrain>(key.ToString());

    public IThreadObserver Expose(IThreadObserver observer) => grains.CreateObjectReference<IThreadObserver>(observer);

    public void Withdraw(IThreadObserver address) => grains.DeleteObjectReference<IThreadObserver>(address);
}
