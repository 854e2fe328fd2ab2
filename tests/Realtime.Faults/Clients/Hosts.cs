namespace Realtime.Faults.Clients;

/// <summary>The addresses that clients know. A host that is down stays among them: finding that out is the clients' part.</summary>
internal sealed class Hosts(IReadOnlyList<Uri> addresses)
{
    public IReadOnlyList<Uri> Addresses => addresses;

    /// <summary>Any host, another one than <paramref name="except"/> where there is one.</summary>
    public Uri Pick(Random random, Uri? except = null)
    {
        var others = addresses.Where(address => address != except).ToArray();
        return others.Length == 0 ? addresses[0] : others[random.Next(others.Length)];
    }
}
