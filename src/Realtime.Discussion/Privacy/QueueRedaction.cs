using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;

namespace Realtime.Discussion.Privacy;

/// <summary>Takes a person out of a moderation queue's events, as the author of what waits and as a moderator. Places and decisions stay.</summary>
public static class QueueRedaction
{
    private static readonly Author Erased = new(UserId.Erased, "");

    /// <returns>The event to put in its place; null when nothing of the person is in it.</returns>
    public static QueueEvent? Of(QueueEvent @event, UserId person) => @event switch
    {
        ItemsTold told when Concerns(told, person) => told with
        {
            Waiting = told.Waiting?.Select(item => item.Author.Id == person ? Redact(item) : item).ToList(),
            Left = told.Left?.Select(left => left.By?.Id == person ? left with { By = Erased } : left).ToList(),
        },
        ItemClaimed claimed when claimed.By == person => claimed with { By = Erased.Id, Name = "" },
        ItemReleased released when released.By == person => released with { By = Erased.Id },
        _ => null,
    };

    private static bool Concerns(ItemsTold told, UserId person) =>
        (told.Waiting ?? []).Any(item => item.Author.Id == person) || (told.Left ?? []).Any(left => left.By?.Id == person);

    /// <summary>What screening found tells of the words.</summary>
    private static QueueItem Redact(QueueItem item) => item with { Author = Erased, Findings = null, Tags = null };
}
