using Microsoft.Extensions.Options;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;
using Xunit;

namespace Realtime.Server.Tests.Bodies;

/// <summary>What the host makes of a text that somebody typed.</summary>
internal static class Written
{
    private static readonly CommentBodies Reader = new(Options.Create(new DiscussionRules()));

    public static Answer<CommentBody> Read(string? text) => Reader.Read(text);

    /// <summary>By way of Markdown and sanitizer, also where the short way would do.</summary>
    public static string LongWay(string text) => Reader.RenderMarkdown(text);

    public static CommentBody Body(string text)
    {
        var answer = Read(text);
        Assert.Null(answer.Refusal);
        return answer.Value!;
    }

    public static string Html(string text) => Body(text).Html;

    public static RefusalCode? Refusal(string? text) => Read(text).Refusal?.Code;

    public static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];
}
