using Microsoft.Extensions.Time.Testing;
using Realtime.Cli.Wire;

namespace Realtime.Cli.Tests.Screens;

/// <summary>The same small discussion for every screen.</summary>
public abstract class ScreenTests
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal FakeTimeProvider Clock { get; } = new(Noon.AddHours(1));

    internal static CommentView Comment(int number, string author = "Ada", string html = "<p>Hello</p>") => new()
    {
        Number = number,
        Author = new AuthorView { Name = author },
        CreatedAt = Noon.AddMinutes(number),
        Revision = 1,
        Status = "published",
        Html = html,
    };

    internal static ThreadPage Page(params CommentView[] comments) => new() { Comments = comments, CommentCount = comments.Length };

    internal static ThreadChanges Changes(params ThreadChange[] changes) => new() { Changes = changes, CommentCount = 17 };

    internal static ThreadChange Posted(CommentView comment) => new() { Type = "posted", Comment = comment };

    internal static ThreadChange Removed(int number) => new() { Type = "removed", Comment = new CommentView { Number = number, Status = "removed" } };

    internal static ThreadChange Reacted(int number, params (string Kind, int Count)[] counts) =>
        new() { Type = "reacted", Number = number, Reactions = counts.ToDictionary(count => count.Kind, count => count.Count) };
}
