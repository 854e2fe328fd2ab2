using Microsoft.AspNetCore.SignalR;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Grains.Sites;
using Realtime.Server.Live.People;

namespace Realtime.Server.Live.Sites;

/// <summary>A site of which somebody on this host watches a thread: tells those who do when it is kept otherwise than before.</summary>
internal sealed class LiveSite : IDisposable
{
    private readonly ISiteCopy _copy;
    private readonly DiscussionRules _rules;
    private readonly LiveThreads _threads;
    private readonly SiteSteps _steps;
    private Shown _shown;
    private SiteView _told;

    public LiveSite(ISiteCopy copy, DiscussionRules rules, SiteStandings standings, LiveThreads threads, ILogger logger)
    {
        (_copy, _rules, _threads, Standings) = (copy, rules, threads, standings);
        var site = copy.Site;
        _shown = new Shown(site, _told = SiteView.Of(copy.Id, site, rules));
        _steps = new SiteSteps(copy, Take, logger);
    }

    public SiteStandings Standings { get; }

    /// <summary>The site as readers are told it, as it is now.</summary>
    public SiteView View
    {
        get
        {
            var (shown, site) = (Volatile.Read(ref _shown), _copy.Site);
            if (ReferenceEquals(shown.Settings, site.Settings) && ReferenceEquals(shown.Screening, site.Screening)) return shown.View;
            Volatile.Write(ref _shown, shown = new Shown(site, SiteView.Of(_copy.Id, site, _rules)));
            return shown.View;
        }
    }

    /// <summary>Tells a connection again if what it was told does not hold any more: the answer that told it may have been overtaken.</summary>
    public void Remind(LiveConnection connection, SiteView? told)
    {
        if (View is { } view && view != told) Tell(connection, ConnectionNotes.Message(nameof(IDiscussionClient.SiteChanged), view));
    }

    public void Dispose()
    {
        _steps.Dispose();
        Standings.Dispose();
    }

    private void Take(IReadOnlyList<SiteEvent>? events)
    {
        if (View is { } view && view != _told) TellAll(_told = view);
        Standings.Take(events);
    }

    private void TellAll(SiteView view)
    {
        var message = ConnectionNotes.Message(nameof(IDiscussionClient.SiteChanged), view);
        foreach (var connection in _threads.Of(_copy.Id).SelectMany(thread => thread.Readers).Select(reader => reader.Of).Distinct()) Tell(connection, message);
    }

    private void Tell(LiveConnection connection, SerializedHubMessage message) =>
        connection.Notes.Offer(new Subject(nameof(IDiscussionClient.SiteChanged), _copy.Id), () => message);

    private sealed record Shown(Site Of, SiteView View)
    {
        public SiteSettings Settings => Of.Settings;

        public object Screening => Of.Screening;
    }
}
