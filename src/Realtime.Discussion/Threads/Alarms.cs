using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Threads;

/// <summary>Who gives a thread's commands to itself, when a time has come that somebody has set.</summary>
internal static class Alarms
{
    public static Actor Actor { get; } = new(new UserId("realtime:alarm"), "Realtime", Roles.None);
}
