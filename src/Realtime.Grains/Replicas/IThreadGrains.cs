using Realtime.Discussion.Identity;
using Realtime.Grains.Feeds;
using Realtime.Grains.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>The way from this host to the threads, and back.</summary>
internal interface IThreadGrains : IHostAddresses
{
    IArticleThreadGrain Of(ThreadKey key);
}
