using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Sites;

/// <summary>What somebody asks of a site. The actor is the person with the roles that they have on this site, as the host has verified them.</summary>
[GenerateSerializer, Immutable, Alias("site-command")]
public abstract record SiteCommand
{
    [Id(0)]
    public required Actor Actor { get; init; }
}
