using System.Runtime.Serialization;
using System.Security.Cryptography;
using System.Text.Json;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Sites;
using Realtime.Discussion.Threads;
using Realtime.Server.Sites;

namespace Realtime.Server.Live.Sites;

/// <summary>What readers are told of a site: how one may comment there at present. A thread may be stricter for reasons of its own.</summary>
[DataContract]
public sealed record SiteView
{
    [DataMember(Name = "site")]
    public required string Site { get; init; }

    /// <summary>Commenting is switched off on the whole site.</summary>
    [DataMember(Name = "locked")]
    public required bool Locked { get; init; }

    /// <summary>Every comment waits for a moderator.</summary>
    [DataMember(Name = "review")]
    public required bool Review { get; init; }

    /// <summary>People who have not signed in: <c>off</c>, <c>on</c>, or <c>review</c> when what they write waits for a moderator.</summary>
    [DataMember(Name = "guests")]
    public required string Guests { get; init; }

    /// <summary>How many seconds apart one person's comments must be; left out when they need not.</summary>
    [DataMember(Name = "slowMode")]
    public int? SlowMode { get; init; }

    /// <summary>How many seconds an author may edit a comment.</summary>
    [DataMember(Name = "editWindow")]
    public int EditWindow { get; init; }

    /// <summary>The longest comment, in characters as a person counts them.</summary>
    [DataMember(Name = "maxCharacters")]
    public int MaxCharacters { get; init; }

    /// <summary>Another one when the rules of the discussion policy have changed: read them anew.</summary>
    [DataMember(Name = "policyVersion")]
    public required string PolicyVersion { get; init; }

    public static SiteView Of(SiteId id, Site site, DiscussionRules rules) => new()
    {
        Site = id.Value,
        Locked = site.Settings.Locked,
        Review = site.Settings.Moderation == ModerationMode.Pre,
        Guests = WireForm.NameOf(site.Settings.Guests),
        SlowMode = site.Settings.SlowMode is { } slow ? (int)Math.Ceiling(slow.TotalSeconds) : null,
        EditWindow = (int)rules.EditWindow.TotalSeconds,
        MaxCharacters = Math.Min(rules.MaxCharacters, site.Screening.Limits.MaxCharacters),
        PolicyVersion = VersionOf(site.Screening.Rules),
    };

    /// <summary>By what the rules say, so that every host calls them the same, and the same rules put back are no news.</summary>
    private static string VersionOf(IReadOnlyList<PolicyRule> rules) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rules)).AsSpan(0, 8));
}
