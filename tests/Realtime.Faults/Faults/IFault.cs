using Realtime.Faults.Histories;
using Realtime.Faults.Runs;

namespace Realtime.Faults.Faults;

/// <summary>One way in which the world goes wrong, and what must hold all the same beside the seven checks.</summary>
internal interface IFault
{
    /// <summary>F1 to F18, or a word.</summary>
    string Name { get; }

    string Description { get; }

    /// <summary>Short and important enough for every commit.</summary>
    bool IsForEveryCommit => false;

    /// <summary>Posts may be given up while it lasts.</summary>
    bool PostsMayFail => false;

    /// <summary>Why it cannot be run here; null when it can.</summary>
    string? Missing(RunOptions options) => null;

    Task RunAsync(FaultRun run);

    /// <summary>Holds further promises against the history.</summary>
    void Judge(FaultRun run, History history)
    {
    }
}
