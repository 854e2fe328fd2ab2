using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Server.Live;

/// <summary>A message for readers of one thread, encoded once per hub protocol however many get it.</summary>
/// <param name="From">The position it follows.</param>
/// <param name="To">The position it leads to.</param>
/// <param name="Message">What is written.</param>
/// <param name="Bytes">About how large it is.</param>
/// <param name="IsReset">Whether nothing can follow it.</param>
internal sealed record ThreadFrame(ThreadPosition From, ThreadPosition To, SerializedHubMessage Message, int Bytes, bool IsReset = false)
{
    private ThreadChanges? Changes { get; init; }

    public static ThreadFrame Of(ThreadPosition from, ThreadChanges changes)
    {
        // Not the epoch that it began in: the first comment of a thread leads from no journal at all into one.
        _ = ThreadPosition.TryParse(changes.Position, out var to);
        return new ThreadFrame(from, to, MessageOf(changes), SizeOf(changes)) { Changes = changes };
    }

    public static ThreadFrame Reset(ThreadKey thread, ThreadPosition position)
    {
        var reset = new ThreadReset { Site = thread.Site.Value, Article = thread.Article.Value, Position = position.ToString() };
        var message = new SerializedHubMessage(new InvocationMessage(nameof(IDiscussionClient.ThreadReset), [reset]));
        return new ThreadFrame(position, position, message, 256, IsReset: true);
    }

    /// <summary>The message for somebody who ignores people: the one for all, unless there is something of theirs in it.</summary>
    public SerializedHubMessage MessageFor(ImmutableHashSet<UserId> ignored, Func<int, UserId?> authorOf)
    {
        if (ignored.IsEmpty || Changes is null) return Message;
        var left = IgnoredComments.Hide(Changes, ignored, authorOf);
        return ReferenceEquals(left, Changes) ? Message : MessageOf(left);
    }

    private static SerializedHubMessage MessageOf(ThreadChanges changes) => new(new InvocationMessage(nameof(IDiscussionClient.ThreadChanged), [changes]));

    private static int SizeOf(ThreadChanges changes)
    {
        var size = 256;
        foreach (var change in changes.Changes) size += 320 + (change.Comment?.Html?.Length ?? 0) + (change.Comment?.Quote?.Text?.Length ?? 0);
        return size;
    }
}
