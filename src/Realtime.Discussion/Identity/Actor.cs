namespace Realtime.Discussion.Identity;

/// <summary>What somebody may do besides commenting.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Staff = 1,
    Moderator = 2,
    Publisher = 4,
    Admin = 8,
}

/// <summary>Who gives a command: the signed-in person, as the host has verified them.</summary>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor([property: Id(0)] UserId Id, [property: Id(1)] string Name, [property: Id(2)] Roles Roles)
{
    /// <summary>Shown beside the name, as the sign-on gives them: <c>subscriber</c>, <c>expert</c>, … They give no rights.</summary>
    [Id(3)]
    public IReadOnlyList<string> Badges { get; init; } = [];

    public Author AsAuthor => new(Id, Name);

    public bool MayModerate => this.May(Permission.Moderate);

    /// <summary>Works for the publisher, in whatever role: they are not reviewed beforehand, nor slowed down.</summary>
    public bool IsOfTheHouse => Roles != Roles.None;

    public bool MayPublish => this.May(Permission.Publish);
}
