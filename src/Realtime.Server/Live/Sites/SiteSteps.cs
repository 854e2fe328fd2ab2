using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Sites;

namespace Realtime.Server.Live.Sites;

/// <summary>Follows a site, away from the feed's thread: one step at a time, and what happens during one is the next.</summary>
internal sealed class SiteSteps : IDisposable
{
    private readonly ISiteCopy _copy;
    private readonly Action<IReadOnlyList<SiteEvent>?> _step;
    private readonly ILogger _logger;
    private readonly IDisposable _following;
    private ThreadPosition _seen;
    private int _changes;

    /// <param name="copy">What is followed, from where it is now.</param>
    /// <param name="step">Takes in what has happened; null when only the outcome is known, of which anything may be new.</param>
    /// <param name="logger">Hears of steps that failed.</param>
    public SiteSteps(ISiteCopy copy, Action<IReadOnlyList<SiteEvent>?> step, ILogger logger)
    {
        (_copy, _step, _logger, _seen) = (copy, step, logger, copy.Position);
        _following = copy.Follow(Changed);
        Changed();
    }

    public void Dispose() => _following.Dispose();

    private void Changed()
    {
        if (Interlocked.Increment(ref _changes) == 1) _ = Task.Run(Follow);
    }

    private void Follow()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _changes);
            var (_, position, events) = _copy.Since(_seen);
            if (position != _seen) Take(events);
            _seen = position;
        }
        while (Interlocked.Add(ref _changes, -seen) != 0);
    }

    private void Take(IReadOnlyList<SiteEvent>? events)
    {
        try
        {
            _step(events);
        }
        catch (Exception e)
        {
            // Whoever comes back to the site is told how it is then.
            _logger.SiteUntold(e, _copy.Id.Value);
        }
    }
}
