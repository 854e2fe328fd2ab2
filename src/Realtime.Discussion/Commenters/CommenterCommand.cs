using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Commenters;

/// <summary>What is asked of a person's own things. The host has made sure that whoever asks is that person, or may act for them.</summary>
[GenerateSerializer, Immutable, Alias("commenter-command")]
public abstract record CommenterCommand
{
    [Id(0)]
    public required Actor Actor { get; init; }
}

/// <summary>What the sign-on says of the person: their name is the actor's.</summary>
[GenerateSerializer, Immutable, Alias("tell-profile")]
public sealed record TellProfile : CommenterCommand
{
    [Id(0)]
    public IReadOnlyList<string> Badges { get; init; } = [];

    /// <summary>The token's <c>iat</c>.</summary>
    [Id(1)]
    public required DateTimeOffset IssuedAt { get; init; }
}

/// <summary>Read nothing more of a person.</summary>
[GenerateSerializer, Immutable, Alias("ignore-person")]
public sealed record IgnorePerson : CommenterCommand
{
    [Id(0)]
    public required UserId User { get; init; }
}

/// <summary>Read them again.</summary>
[GenerateSerializer, Immutable, Alias("heed-person")]
public sealed record HeedPerson : CommenterCommand
{
    [Id(0)]
    public required UserId User { get; init; }
}

/// <summary>Items for the inbox, in any order, any number of times.</summary>
[GenerateSerializer, Immutable, Alias("take-notices")]
public sealed record TakeNotices : CommenterCommand
{
    private static readonly Actor Projection = new(new UserId("realtime:projection"), "Realtime", Roles.None);

    [Id(0)]
    public required IReadOnlyList<InboxItem> Items { get; init; }

    public static TakeNotices Of(IReadOnlyList<InboxItem> items) => new() { Actor = Projection, Items = items };
}

/// <summary>The inbox has been read up to an item.</summary>
[GenerateSerializer, Immutable, Alias("read-inbox")]
public sealed record ReadInbox : CommenterCommand
{
    [Id(0)]
    public required long Through { get; init; }
}

/// <summary>Empty everything.</summary>
[GenerateSerializer, Immutable, Alias("erase-commenter")]
public sealed record EraseCommenter : CommenterCommand;
