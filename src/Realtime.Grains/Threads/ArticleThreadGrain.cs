using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>The thread's shell in Orleans: it gives calls one turn at a time to the writer, and the writer's batches to the hosts that watch.</summary>
[Reentrant, GrainType("article-thread")]
internal sealed class ArticleThreadGrain : Grain, IArticleThreadGrain
{
    private readonly ThreadWriter _writer;
    private readonly WatchingHosts _hosts;

    public ArticleThreadGrain(
        IJournal journal, IOptions<DiscussionRules> rules, IOptions<ThreadWriterOptions> options, TimeProvider time, ILogger<ArticleThreadGrain> logger)
    {
        var key = ThreadKey.Parse(this.GetPrimaryKeyString()).Journal;
        var appender = new JournalAppender(journal, key, options.Value, time, logger);
        _hosts = new WatchingHosts(key.Value, time, logger);
        _writer = new ThreadWriter(appender, rules.Value, options.Value, time, logger) { Published = _hosts.Publish, Failed = DeactivateOnIdle };
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _writer.OpenAsync(cancellationToken);
        _hosts.Restart(_writer.Position);
    }

    public Task<CommandOutcome> Execute(ThreadCommand command) => _writer.SubmitAsync(command);

    public async Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at)
    {
        if (at.Epoch == _writer.Position.Epoch && at.Sequence > _writer.Position.Sequence)
        {
            _writer.RenewEpoch();
            await _writer.DrainAsync();
            _hosts.Restart(_writer.Position);
        }

        var position = _writer.Position;
        _hosts.Watch(host, observer, at.Epoch == position.Epoch ? at.Sequence : position.Sequence);
        return new WatchAnswer(position);
    }

    public Task Unwatch(string host)
    {
        _hosts.Unwatch(host);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _writer.DrainAsync();
        _hosts.Dismiss();
    }
}
