using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>Which operation stands where in a final log.</summary>
internal sealed class OpsOfThread(FinalThread thread)
{
    private readonly ILookup<string, int> _numbers = thread.Comments.Where(comment => comment.Op is not null).ToLookup(comment => comment.Op!, comment => comment.Number);
    private readonly ILookup<string, int>? _entries =
        thread.Entries?.Select((op, index) => (op, index)).Where(entry => entry.op is not null).ToLookup(entry => entry.op!, entry => entry.index);

    public Place Place { get; } = Place.Parse(thread.Position);

    public IReadOnlyList<int> NumbersOf(string op) => [.. _numbers[op]];

    /// <summary>Entries in the store that post this operation; 1 when the store could not be read.</summary>
    public int EntriesOf(string op) => _entries is null ? 1 : _entries[op].Count();

    public IEnumerable<string> Repeated => _numbers.Where(numbers => numbers.Count() > 1).Select(numbers => numbers.Key);
}
