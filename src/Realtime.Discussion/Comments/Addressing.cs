using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Comments;

/// <summary>Whom a comment speaks to, as the host has found in its words.</summary>
/// <param name="Addressee">The participant whom it begins by naming.</param>
/// <param name="Mentions">The people whom it mentions.</param>
public sealed record Addressing(UserId? Addressee, IReadOnlyList<UserId> Mentions)
{
    public static Addressing Nobody { get; } = new(null, []);

    internal static Addressing Of(UserId? addressee, IReadOnlyList<UserId>? mentions) =>
        addressee is null && mentions is null or { Count: 0 } ? Nobody : new Addressing(addressee, mentions ?? []);

    internal bool Names(UserId user) => Addressee == user || Mentions.Contains(user);

    internal Addressing Without(UserId user) =>
        Names(user) ? Of(Addressee == user ? null : Addressee, [.. Mentions.Where(mentioned => mentioned != user)]) : this;
}
