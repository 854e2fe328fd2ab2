using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;

namespace Realtime.Grains.Threads;

/// <summary>
/// The thread's shell in Orleans. Immovable, because a move would cost every commenter a pause and every host a new watch, and readers do not
/// depend on where it lives.
/// </summary>
[Reentrant, Immovable, GrainType("article-thread")]
internal sealed class ArticleThreadGrain : Grain, IArticleThreadGrain, IRemindable
{
    private readonly ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> _thread;
    private readonly ThreadAlarm _alarm;
    private readonly SiloAddress _silo;

    public ArticleThreadGrain(
        IGrainContext context, IJournal journal, IOptions<DiscussionRules> rules, IOptions<WriterOptions> options, TimeProvider time,
        ILogger<ArticleThreadGrain> logger)
    {
        _silo = context.Address.SiloAddress!;
        var key = ThreadKey.Parse(context.GrainId.Key.ToString()!);
        var house = HouseRules.Of(rules.Value);
        _thread = new ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent>(new ThreadAggregate(() => house), key.Journal, journal, options.Value, time, logger)
        {
            Failed = DeactivateOnIdle,
        };
        _alarm = new ThreadAlarm(this, time);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _thread.OpenAsync(cancellationToken);

    public async Task<CommandOutcome> Execute(ThreadCommand command)
    {
        // The earlier of the two times: should this command be refused, the one before still holds. Nobody fills the table of reminders who may not close threads.
        if (command is ScheduleClose { ClosesAt: { } at, Actor: { MayModerate: true } or { MayPublish: true } })
            await _alarm.SetAsync(_thread.State.ClosesAt < at ? _thread.State.ClosesAt.Value : at);
        return await _thread.ExecuteAsync(command);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var outcome = await _thread.ExecuteAsync(CloseWhenDue.Alarm);
        if (outcome.Refusal is not null) return;
        if (_thread.State.ClosesAt is { } later) await _alarm.SetAsync(later);
        else await _alarm.StopAsync();
    }

    public async Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening)
    {
        var position = await _thread.WatchAsync(host, observer, at, opening);
        return new WatchAnswer(position, _thread.Opening, _silo);
    }

    public Task Unwatch(string host, IThreadObserver observer)
    {
        _thread.Unwatch(host, observer);
        return Task.CompletedTask;
    }

    public Task Attend(string host, Attendance here)
    {
        _thread.Attend(host, here);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _thread.CloseAsync();
}
