using System.Text.Json.Serialization;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Aggregates;

/// <summary>
/// A fact about one aggregate, as it stands in its journal. Fields and kinds are only ever added: the bytes of every version ever written stay readable.
/// </summary>
public abstract record JournalEvent
{
    /// <summary>The version of the event's shape; readers refuse a higher one than they know.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-3)]
    public int Version { get; init; } = 1;

    [JsonPropertyOrder(-2)]
    public required DateTimeOffset At { get; init; }

    [JsonPropertyOrder(-1)]
    public required UserId By { get; init; }

    /// <summary>
    /// The entry was rewritten when somebody was erased; null for every other. It tells a copy that remembers the bytes from before that the journal has lost nothing.
    /// </summary>
    public bool? Redacted { get; init; }

    /// <summary>The same, marked as rewritten.</summary>
    public JournalEvent AsRedacted() => this with { Redacted = true };

    /// <summary>Whether this is what another event was before it was rewritten.</summary>
    public bool WasBefore(JournalEvent now) => now.Redacted is true && now.GetType() == GetType() && now.At == At;
}
