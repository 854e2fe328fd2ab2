namespace Realtime.Discussion.Journal;

/// <summary>
/// Names one aggregate's journal, e.g. <c>gazette/harbour-bridge</c> for a thread. All store keys of the journal share it as their hash tag,
/// so that it never contains braces or white space (the id types see to that).
/// </summary>
public readonly record struct JournalKey(string Value)
{
    public override string ToString() => Value;
}
