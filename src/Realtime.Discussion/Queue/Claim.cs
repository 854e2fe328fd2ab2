using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Queue;

/// <summary>A moderator is at an item: nobody else starts on it before <paramref name="Until"/>, or before it has been given back.</summary>
public sealed record Claim(Author By, DateTimeOffset At, DateTimeOffset Until)
{
    public bool IsInForce(DateTimeOffset now) => now < Until;
}
