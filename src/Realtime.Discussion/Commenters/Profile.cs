namespace Realtime.Discussion.Commenters;

/// <summary>A person as the publisher's sign-on described them last.</summary>
/// <param name="Name">The name shown beside their comments.</param>
/// <param name="Badges">Shown beside the name.</param>
/// <param name="IssuedAt">The token's <c>iat</c>: an older token, still valid, does not bring an old name back.</param>
public sealed record Profile(string Name, IReadOnlyList<string> Badges, DateTimeOffset IssuedAt)
{
    public bool Shows(string name, IReadOnlyList<string> badges) => Name == name && Badges.SequenceEqual(badges);
}
