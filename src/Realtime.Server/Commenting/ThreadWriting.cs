using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Replicas;
using Realtime.Grains.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Commenting;

/// <summary>Gives commands to threads. A change that has been answered is in every read from this host that begins afterwards.</summary>
internal sealed class ThreadWriting(IThreadCommands commands, IThreadReplicas replicas)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Answers when this host's readers can see the change, so that whoever is answered finds it. A host that lags does not hold the answer up.
    /// </summary>
    public async Task<CommandOutcome> ExecuteAsync(ThreadKey thread, ThreadCommand command, CancellationToken cancellation)
    {
        var outcome = await commands.ExecuteAsync(thread, command);
        if (outcome.Refusal is null && replicas.Find(thread) is { } replica) await replica.ReachAsync(outcome.Position, Patience, cancellation);
        return outcome;
    }

    public async Task<Answer<ChangedThread>> ChangeAsync(ThreadKey thread, ThreadCommand command, CancellationToken cancellation)
    {
        var outcome = await ExecuteAsync(thread, command, cancellation);
        return outcome.Refusal is { } refusal ? refusal : new ChangedThread { Position = outcome.Position.ToString() };
    }

    /// <summary>The same, answered with the comment as the actor sees it then.</summary>
    public async Task<Answer<ChangedComment>> ChangeCommentAsync(ThreadKey thread, ThreadCommand command, CancellationToken cancellation)
    {
        var outcome = await ExecuteAsync(thread, command, cancellation);
        return outcome.Refusal is { } refusal ? refusal : await ViewAsync(command.Actor, thread, outcome, cancellation);
    }

    /// <summary>The comment that a command was about, with the command's change in it.</summary>
    public async Task<Answer<ChangedComment>> ViewAsync(Actor actor, ThreadKey thread, CommandOutcome outcome, CancellationToken cancellation)
    {
        try
        {
            var replica = await replicas.OpenAsync(thread, cancellation);
            var reached = await replica.ReachAsync(outcome.Position, Patience, cancellation);
            var found = reached ? await replica.CommentAsync(outcome.Number, Viewer.Of(actor), cancellation) : null;
            return found is null ? RefusalCode.StoreUnavailable : new ChangedComment { Comment = found.Comment, Position = found.Position };
        }
        catch (JournalUnavailableException)
        {
            return RefusalCode.StoreUnavailable;
        }
    }
}
