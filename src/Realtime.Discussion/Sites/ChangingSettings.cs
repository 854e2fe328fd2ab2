using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Sites;

/// <summary>Put new settings in place of all those before. For publishers and admins.</summary>
[GenerateSerializer, Immutable, Alias("change-settings")]
public sealed record ChangeSettings : SiteCommand
{
    [Id(0)]
    public required SiteSettings Settings { get; init; }
}

public sealed record SettingsChanged : SiteEvent
{
    public required SiteSettings Settings { get; init; }
}

internal static class SettingsRules
{
    public static Decision Decide(Site site, ChangeSettings command, DateTimeOffset now)
    {
        if (SiteRules.Refuse(command, Permission.ChangeSettings) is { } refusal) return refusal;
        if (SiteRules.Refuse(RefusalCode.SettingsInvalid, command.Settings.Mistakes()) is { } mistaken) return mistaken;
        return command.Settings == site.Settings
            ? Decision.Already()
            : Decision.Accept(new SettingsChanged { At = now, By = command.Actor.Id, Name = command.Actor.Name, Settings = command.Settings });
    }
}
