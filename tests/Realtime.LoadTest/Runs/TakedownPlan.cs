namespace Realtime.LoadTest.Runs;

/// <summary>What is done to whom.</summary>
/// <param name="Readers">Connections that watch the thread.</param>
/// <param name="Takedowns">Comments posted and rejected, one after the other.</param>
/// <param name="Bans">People banned, one after the other; each has the same number of the connections.</param>
internal sealed record TakedownPlan(int Readers, int Takedowns, int Bans)
{
    public string? Mistake =>
        Readers < 2 || Readers % 2 != 0 ? "--readers must be an even number, at least 2."
        : Takedowns < 0 ? "--takedowns must not be negative."
        : Bans < 1 || Readers % Bans != 0 ? "--bans must divide the number of readers."
        : null;

    /// <summary>Whose the connection is. Neighbours are on different servers, so that everybody is on both.</summary>
    public string PersonOf(int reader) => $"reader-{reader / (Readers / Bans)}";
}
