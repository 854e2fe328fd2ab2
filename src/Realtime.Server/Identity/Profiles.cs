using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Grains.Commenters;

namespace Realtime.Server.Identity;

/// <summary>Keeps what the sign-on says of people who write. A token is told once, not with every comment written with it.</summary>
internal sealed class Profiles(ICommenters commenters)
{
    /// <summary>So many people are remembered as told; then all are forgotten, and told once more.</summary>
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<(SiteId Site, UserId User), DateTimeOffset> _told = new();

    /// <summary>Somebody writes at a site. Nothing waits for it to be noted.</summary>
    public void Note(ClaimsPrincipal writer, SiteId site)
    {
        if (writer.AsActor() is { } actor && IssuedAt(writer) is { } issuedAt) _ = SeenAsync(actor, site, issuedAt);
    }

    /// <summary>Updates the person's profile by a token that is newer than the one it was made by. A guest has none.</summary>
    public async Task SeenAsync(Actor actor, SiteId site, DateTimeOffset issuedAt)
    {
        var key = (site, actor.Id);
        if (actor.Id.IsGuest || (_told.TryGetValue(key, out var told) && told >= issuedAt)) return;
        var outcome = await commenters.ExecuteAsync(site, actor.Id, new TellProfile { Actor = actor, Badges = actor.Badges, IssuedAt = issuedAt });
        if (outcome.Refusal is not null) return;
        if (_told.Count >= MostRemembered) _told.Clear();
        _told.AddOrUpdate(key, issuedAt, (_, before) => before > issuedAt ? before : issuedAt);
    }

    private static DateTimeOffset? IssuedAt(ClaimsPrincipal writer) =>
        long.TryParse(writer.FindFirstValue(Claims.IssuedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
