using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Threads;

/// <summary>What somebody asks of a thread. Commands are checked by the host for form and identity; whether they are allowed is decided by the thread.</summary>
[GenerateSerializer, Immutable, Alias("thread-command")]
public abstract record ThreadCommand
{
    [Id(0)]
    public required Actor Actor { get; init; }
}
