using Realtime.Discussion.Reading;
using Realtime.Server.Live.People;

namespace Realtime.LoadTest.Readers;

/// <summary>One thing that many are to be told, and when each was.</summary>
internal sealed class Wave(int expected, int readers, TimeProvider time)
{
    private readonly long[] _at = new long[readers];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<ThreadChange, bool> _isIt = _ => false;
    private string? _banned;
    private int _told;

    public int Expected => expected;

    public long Began { get; private set; } = time.GetTimestamp();

    /// <param name="type">A change of this type,</param>
    /// <param name="comment">of this comment; of any when left out.</param>
    public Wave For(string type, int? comment = null)
    {
        _isIt = change => change.Type == type && (comment is null || change.Comment?.Number == comment);
        return Begin();
    }

    public Wave ForBanOf(string person)
    {
        _banned = person;
        return Begin();
    }

    public void Note(int reader, ThreadChanges changes)
    {
        if (changes.Changes.Any(_isIt)) Note(reader);
    }

    public void Note(int reader, string person, StandingView standing)
    {
        if (person == _banned && standing.State == "banned") Note(reader);
    }

    /// <summary>How long it took each, once all have it or the patience is at its end.</summary>
    public async Task<IReadOnlyList<TimeSpan>> AllAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await _all.Task.WaitAsync(patience, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return [.. _at.Where(at => at != 0).Select(at => time.GetElapsedTime(Began, at))];
    }

    private Wave Begin()
    {
        Began = time.GetTimestamp();
        return this;
    }

    private void Note(int reader)
    {
        if (Interlocked.CompareExchange(ref _at[reader], time.GetTimestamp(), 0) == 0 && Interlocked.Increment(ref _told) == expected) _all.TrySetResult();
    }
}
