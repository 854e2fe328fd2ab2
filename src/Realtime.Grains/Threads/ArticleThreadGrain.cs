using Orleans.Concurrency;
using Orleans.Placement;
using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Feeds;
using Realtime.Grains.Privacy;
using Realtime.Grains.Projections;
using Realtime.Grains.Sites;

namespace Realtime.Grains.Threads;

/// <summary>
/// The thread's shell in Orleans. Immovable, because a move would cost every commenter a pause and every host a new watch, and readers do not
/// depend on where it lives.
/// </summary>
[Reentrant, Immovable, GrainType("article-thread")]
internal sealed class ArticleThreadGrain : Grain, IArticleThreadGrain, IProjectedThreadGrain, IErasingThreadGrain, IRemindable
{
    private readonly ServedAggregate<ArticleThread, ThreadCommand, ThreadEvent> _thread;
    private readonly ThreadProjector _projector;
    private readonly ThreadErasure _erasure;
    private readonly ThreadTimetable _timetable;
    private readonly SiloAddress _silo;
    private readonly ThreadKey _key;
    private readonly Houses _houses;
    private House? _house;

    public ArticleThreadGrain(IGrainContext context, Serving serving, Houses houses, Projecting projecting)
    {
        _silo = context.Address.SiloAddress!;
        _houses = houses;
        _key = ThreadKey.Parse(context.GrainId.Key.ToString()!);
        _thread = serving.Serve(new ThreadAggregate(() => _house!.Rules), _key.Journal, DeactivateOnIdle);
        _projector = new ThreadProjector(_key, _thread, projecting);
        _erasure = new ThreadErasure(_thread, _projector.DrainAsync);
        _timetable = new ThreadTimetable(this, _thread, new ThreadAlarm(this, serving.Time), () => _house!.Rules, serving);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _house = await _houses.OpenAsync(_key.Site, Reconsider, cancellationToken);
        await _thread.OpenAsync(cancellationToken);
        await _projector.RecoverAsync();
        Reconsider();
    }

    public async Task<CommandOutcome> Execute(ThreadCommand command)
    {
        // The earlier of the two times: should this command be refused, the one before still holds. Nobody fills the table of reminders who may not close threads.
        if (command is ScheduleClose { ClosesAt: { } at, Actor: { MayModerate: true } or { MayPublish: true } })
            await _timetable.ExpectAsync(_thread.State.ClosesAt < at ? _thread.State.ClosesAt.Value : at);
        var outcome = await _thread.ExecuteAsync(command);
        if (outcome is { Refusal: null, Repeated: false }) Reconsider();
        return outcome;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => _timetable.RingAsync();

    public Task<WatchAnswer> Watch(string host, IThreadObserver observer, ThreadPosition at, long opening) =>
        _thread.WatchAsync(host, observer, at, opening, _silo);

    public Task Unwatch(string host, IThreadObserver observer) => _thread.UnwatchAsync(host, observer);

    public Task Attend(string host, Attendance here) => _thread.AttendAsync(host, here);

    public Task Tell() => _projector.DrainAsync();

    public Task Retell(string projection) => _projector.RebuildAsync(projection);

    public Task<CommandOutcome> Erase(ErasePerson command) => _erasure.EraseAsync(command);

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _house?.Dispose();
        _timetable.Stop();
        await _thread.CloseAsync();
        await _projector.StopAsync();
    }

    private void Reconsider() => _timetable.Reconsider();
}
