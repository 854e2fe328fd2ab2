using System.Diagnostics;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Grains.Threads;

namespace Realtime.Benchmarks.Threads;

/// <summary>People who each post a comment, wait for its acknowledgement, and post the next.</summary>
internal sealed class Commenters(IThreadCommands commands)
{
    private const string Text =
        "I have crossed this bridge every day for eleven years, and *nobody* asked those of us who live on the north bank. The figures in the "
        + "article leave out the ferry, which carries half of the children to school.";

    private const string Html =
        "<p dir=\"auto\">I have crossed this bridge every day for eleven years, and <em>nobody</em> asked those of us who live on the north bank. The figures in the "
        + "article leave out the ferry, which carries half of the children to school.</p>";

    private static readonly Actor[] People = [.. Enumerable.Range(0, 1000).Select(i => new Actor(new UserId($"reader-{i}"), $"Reader {i}", Roles.None))];

    private int _next;

    /// <summary>The bytes of one such comment in the journal.</summary>
    public static int EntryBytes => ThreadEventCodec.Encode(new CommentPosted
    {
        At = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMilliseconds(123),
        By = People[500].Id,
        Name = People[500].Name,
        Number = 50_000,
        ClientCommentId = Guid.Empty.ToString(),
        Body = new CommentBody(Text, Html),
    }).Length;

    /// <returns>Acknowledgements a second, over the given time.</returns>
    public async Task<double> PostForAsync(ThreadKey thread, int inFlight, TimeSpan length)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(() => PostAsync(thread, () => Stopwatch.GetElapsedTime(began) < length))));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <returns>How long the given number took.</returns>
    public async Task<TimeSpan> PostAsync(ThreadKey thread, int inFlight, int comments)
    {
        var began = Stopwatch.GetTimestamp();
        var left = comments;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(() => PostAsync(thread, () => Interlocked.Decrement(ref left) >= 0))));
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task<int> PostAsync(ThreadKey thread, Func<bool> goesOn)
    {
        var posted = 0;
        for (; goesOn(); posted++) await PostAsync(thread);
        return posted;
    }

    public async Task PostAsync(ThreadKey thread)
    {
        var outcome = await commands.ExecuteAsync(thread, NextComment());
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"A comment was refused: {refusal.Code}.");
    }

    private PostComment NextComment() => new()
    {
        Actor = People[Interlocked.Increment(ref _next) % People.Length],
        ClientCommentId = Guid.NewGuid().ToString(),
        Body = new CommentBody(Text, Html),
    };
}
