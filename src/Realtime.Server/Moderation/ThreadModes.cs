using Realtime.Discussion.Articles;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Pace;
using Realtime.Server.Commenting;
using Realtime.Server.Refusals;

namespace Realtime.Server.Moderation;

/// <summary>How a single discussion is kept.</summary>
internal sealed record ThreadModeRequest
{
    /// <summary>Whether every comment waits for a moderator.</summary>
    public bool? Review { get; init; }

    /// <summary>How many seconds apart one person's comments must be, at most 86,400; 0 or nothing for no limit of the thread's own.</summary>
    public int? SlowMode { get; init; }

    /// <summary>True ends the discussion at once, false goes on with it; nothing leaves it as it is.</summary>
    public bool? Locked { get; init; }
}

internal sealed class ThreadModes(ThreadWriting writing)
{
    public async Task<Answer<ChangedThread>> SetAsync(Actor actor, ThreadKey thread, ThreadModeRequest request, CancellationToken cancellation)
    {
        TimeSpan? slow = request.SlowMode is { } seconds and not 0 ? TimeSpan.FromSeconds(seconds) : null;
        var mode = new SetThreadMode { Actor = actor, Review = request.Review is true, SlowMode = slow };
        var changed = await writing.ChangeAsync(thread, mode, cancellation);
        if (changed.Refusal is not null || request.Locked is not { } locked) return changed;
        return await writing.ChangeAsync(thread, locked ? new CloseThread { Actor = actor } : new ReopenThread { Actor = actor }, cancellation);
    }
}
