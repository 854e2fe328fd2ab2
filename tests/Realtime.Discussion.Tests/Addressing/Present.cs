using Realtime.Discussion.Addressing;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Tests.Addressing;

/// <summary>Discussions in which everybody's id is their name, and somebody else writes.</summary>
internal static class Present
{
    public static readonly UserId Writer = new("the writer");

    public static Participants Of(params string[] names) => Participants.Of(names.Select(name => new Author(new UserId(name), name)));

    /// <summary>Whom the comment answers and the words that say so, as "id=words".</summary>
    public static string? Addressed(string text, params string[] names) => Shown(text, Addressees.In(text, Of(names), Writer));

    public static IEnumerable<string?> Mentioned(string text, params string[] names) => Mentions.In(text, Of(names), Writer).Select(one => Shown(text, one));

    public static string? Shown(string text, Addressee? addressee) =>
        addressee is { } found ? $"{found.User}={text.Substring(found.Span.Start, found.Span.Length)}" : null;
}
