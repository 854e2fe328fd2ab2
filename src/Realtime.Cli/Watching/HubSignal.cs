using Realtime.Cli.Wire;

namespace Realtime.Cli.Watching;

/// <summary>What the server called on us.</summary>
internal abstract record HubSignal
{
    public sealed record Changed(ThreadChanges Frame) : HubSignal;

    public sealed record Reset : HubSignal;

    public sealed record Draining(TimeSpan ReconnectAfter) : HubSignal;
}
