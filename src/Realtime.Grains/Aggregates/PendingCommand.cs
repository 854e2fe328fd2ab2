using Realtime.Discussion.Threads;

namespace Realtime.Grains.Aggregates;

/// <summary>A command that waits for its answer.</summary>
internal sealed class PendingCommand<TCommand>(TCommand command)
{
    private readonly TaskCompletionSource<CommandOutcome> _answer = new();

    public TCommand Command { get; } = command;

    public Task<CommandOutcome> Answer => _answer.Task;

    /// <summary>What to answer once the journal has what the decision rests on.</summary>
    public CommandOutcome? Outcome { get; set; }

    public void Complete() => _answer.TrySetResult(Outcome!);

    public void Refuse(RefusalCode code) => _answer.TrySetResult(CommandOutcome.Refused(code));
}
