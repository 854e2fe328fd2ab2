using Realtime.Discussion.Threads;

namespace Realtime.Grains.Threads;

/// <summary>A command that waits for its answer.</summary>
internal sealed class PendingCommand(ThreadCommand command)
{
    private readonly TaskCompletionSource<CommandOutcome> _answer = new();

    public ThreadCommand Command { get; } = command;

    public Task<CommandOutcome> Answer => _answer.Task;

    /// <summary>What to answer once the journal has what the decision rests on.</summary>
    public CommandOutcome? Outcome { get; set; }

    public void Complete() => _answer.TrySetResult(Outcome!);

    public void Refuse(RefusalCode code) => _answer.TrySetResult(CommandOutcome.Refused(code));
}
