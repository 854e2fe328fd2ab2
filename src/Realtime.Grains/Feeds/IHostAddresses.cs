namespace Realtime.Grains.Feeds;

/// <summary>How this host is called by grains.</summary>
internal interface IHostAddresses
{
    /// <summary>The host's name, unique in the cluster and for this run of it.</summary>
    string Host { get; }

    /// <summary>Gives a receiving end an address that grains can call. The caller keeps <paramref name="observer"/> alive.</summary>
    IThreadObserver Expose(IThreadObserver observer);

    void Withdraw(IThreadObserver address);
}
