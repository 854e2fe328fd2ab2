using Realtime.Discussion.Aggregates;
using Realtime.Discussion.Journal;

namespace Realtime.Grains.Tests.Journals;

/// <summary>What a journal says, without any snapshot.</summary>
internal static class Replaying
{
    /// <summary>The state after the first <paramref name="through"/> entries, or after all.</summary>
    public static async Task<TState> ReplayAsync<TState, TCommand, TEvent>(
        this IJournal journal, IAggregate<TState, TCommand, TEvent> kind, JournalKey key, long through = 100_000)
        where TState : class
        where TEvent : JournalEvent
    {
        var entries = (await journal.ReadAsync(key, 0, (int)through, CancellationToken.None)).Entries;
        return entries.Aggregate(kind.Begin(), (state, entry) => kind.Apply(state, kind.Decode(entry.Span)));
    }
}
