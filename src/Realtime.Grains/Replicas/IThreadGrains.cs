using Realtime.Discussion.Identity;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>The way from this host to the threads, and back.</summary>
internal interface IThreadGrains
{
    /// <summary>The host's name, unique in the cluster and for this run of it.</summary>
    string Host { get; }

    IArticleThreadGrain Of(ThreadKey key);

    /// <summary>Gives a receiving end an address that threads can call. The caller keeps <paramref name="observer"/> alive.</summary>
    IThreadObserver Expose(IThreadObserver observer);

    void Withdraw(IThreadObserver address);
}
