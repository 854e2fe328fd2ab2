using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Replicas;

/// <summary>This host's read copies, by thread.</summary>
internal sealed class ThreadReplicas : IThreadReplicas
{
    private readonly IJournal _journal;
    private readonly IThreadGrains _grains;
    private readonly ReplicaOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly OpenCopies<ThreadKey, ThreadReplica> _open;

    public ThreadReplicas(IJournal journal, IThreadGrains grains, IOptions<ReplicaOptions> options, TimeProvider time, ILogger<ThreadReplicas> logger)
    {
        (_journal, _grains, _options, _time, _logger) = (journal, grains, options.Value, time, logger);
        _open = new OpenCopies<ThreadKey, ThreadReplica>(LoadAsync);
    }

    public IOpenCopies Copies => _open;

    public async ValueTask<IThreadReplica> OpenAsync(ThreadKey key, CancellationToken cancellation) => await _open.OpenAsync(key, cancellation);

    public IThreadReplica? Find(ThreadKey key) => _open.Find(key);

    private async Task<WatchedCopy<ThreadReplica>> LoadAsync(ThreadKey key)
    {
        var loaded = await ThreadReplica.Kind.LoadAsync(_journal, key.Journal, CancellationToken.None);
        var replica = new ThreadReplica(key, loaded, _journal, _options, _time, _logger);
        var watch = new FeedWatch(replica.Fed, new ThreadFeed(_grains.Of(key)), _grains, _options, _time, _logger) { Attendance = replica.Attendance };
        // Not awaited: what the journal says is current enough to begin with, and can be read while the thread itself cannot be reached. The
        // watch begins from the position just read, so that no event falls between.
        watch.Start();
        return new WatchedCopy<ThreadReplica>(replica, replica.Fed, watch);
    }
}
