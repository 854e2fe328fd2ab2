using Microsoft.Extensions.Options;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Sites;

/// <summary>The house rules of each site, as this host knows them at the moment of asking.</summary>
internal sealed class Houses(ISiteCopies sites, IOptions<DiscussionRules> rules)
{
    /// <summary>For a grain: a look at the rules that stays current until it is disposed.</summary>
    /// <param name="site">The site.</param>
    /// <param name="changed">Called in the grain's turn after every change of either site.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be read: nobody writes by rules that nobody knows.</exception>
    public async Task<House> OpenAsync(SiteId site, Action changed, CancellationToken cancellation)
    {
        var turn = TaskScheduler.Current;
        var (here, everywhere) = (await sites.OpenAsync(site, cancellation), await sites.OpenAsync(Site.Everywhere, cancellation));
        return new House(rules.Value, here, everywhere, () => _ = Task.Factory.StartNew(changed, CancellationToken.None, TaskCreationOptions.None, turn));
    }
}

/// <summary>What one grain decides by.</summary>
internal sealed class House : IDisposable
{
    private readonly ISiteCopy _here;
    private readonly ISiteCopy _everywhere;
    private readonly IDisposable[] _following;
    private HouseRules _rules;

    public House(DiscussionRules discussion, ISiteCopy here, ISiteCopy everywhere, Action changed)
    {
        (_here, _everywhere, _rules) = (here, everywhere, new HouseRules(discussion, here.Site, everywhere.Site));
        _following = [here.Follow(changed), everywhere.Follow(changed)];
    }

    /// <summary>As they are now.</summary>
    public HouseRules Rules
    {
        get
        {
            var (here, everywhere) = (_here.Site, _everywhere.Site);
            if (!ReferenceEquals(_rules.Site, here) || !ReferenceEquals(_rules.Everywhere, everywhere)) _rules = _rules with { Site = here, Everywhere = everywhere };
            return _rules;
        }
    }

    public void Dispose()
    {
        foreach (var following in _following) following.Dispose();
    }
}
