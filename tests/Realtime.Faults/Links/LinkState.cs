namespace Realtime.Faults.Links;

/// <summary>The terms in force, and a way to wait for others.</summary>
internal sealed class LinkState
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LinkTerms _terms = LinkTerms.Healthy;
    private long _toTarget;
    private long _fromTarget;

    public long BytesToTarget => Interlocked.Read(ref _toTarget);

    public long BytesFromTarget => Interlocked.Read(ref _fromTarget);

    public LinkTerms Terms
    {
        get
        {
            lock (_lock) return _terms;
        }

        set
        {
            TaskCompletionSource changed;
            lock (_lock) (_terms, changed, _changed) = (value, _changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            changed.SetResult();
        }
    }

    public void Passed(bool toTarget, int bytes) => Interlocked.Add(ref toTarget ? ref _toTarget : ref _fromTarget, bytes);

    /// <summary>Returns the terms as soon as they let bytes pass in this direction.</summary>
    public async ValueTask<LinkTerms> PassAsync(bool toTarget, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (!(toTarget ? _terms.HoldsToTarget : _terms.HoldsFromTarget)) return _terms;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }
}
