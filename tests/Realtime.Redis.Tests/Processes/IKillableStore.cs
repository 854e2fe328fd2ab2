using Realtime.Redis.Stores;

namespace Realtime.Redis.Tests.Processes;

/// <summary>A store in a process of its own, which survives its own kill.</summary>
internal interface IKillableStore : IAsyncDisposable
{
    /// <summary>For commands of tests that are not about time: a busy machine is no failure, and a kill is noticed at once anyway.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Starts it on what it had before; the options to connect with.</summary>
    Task<StoreOptions> StartAsync();

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    Task KillAsync();
}
