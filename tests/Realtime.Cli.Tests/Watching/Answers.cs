namespace Realtime.Cli.Tests.Watching;

/// <summary>What a server says, in the shape of the wire.</summary>
internal static class Answers
{
    public static object Comment(int number) => new
    {
        number,
        author = new { id = "u1", name = "Ada" },
        createdAt = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc),
        revision = 1,
        status = "published",
        html = "<p>Hello</p>",
        reactions = new Dictionary<string, int> { ["agree"] = 2 },
        replyCount = 0,
    };

    public static object Page(int sequence, bool reset = false) => new
    {
        position = $"p{sequence}",
        sequence,
        reset,
        page = new { position = $"p{sequence}", closed = false, commentCount = 1, comments = new[] { Comment(1) } },
    };

    public static object Frame(int from, int to, bool more = false) => new
    {
        site = "demo",
        article = "first",
        from,
        to,
        position = $"p{to}",
        commentCount = to,
        more,
        changes = new[] { new { type = "posted", comment = Comment(to) } },
    };

    public static object Resumed(int from, int to, bool more = false) =>
        new { position = $"p{to}", sequence = to, reset = false, changes = Frame(from, to, more) };
}
