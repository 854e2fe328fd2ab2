using System.Text.Encodings.Web;
using System.Text.Json;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;

namespace Realtime.Grains.Privacy;

/// <summary>
/// Finds a person in journals without waking up whom they belong to. All that somebody did stands there under their id, as JSON writes it; a passage of theirs in
/// somebody else's comment is in the thread in which they wrote it.
/// </summary>
internal sealed class Traces(IJournal journal)
{
    private const int Slice = 1024;

    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public async Task<bool> AreInAsync(JournalKey key, UserId person, CancellationToken cancellation)
    {
        var id = JsonSerializer.SerializeToUtf8Bytes(person.Value, Relaxed);
        for (var after = 0L; ;)
        {
            var slice = await journal.ReadAsync(key, after, Slice, cancellation);
            foreach (var entry in slice.Entries)
                if (entry.Span.IndexOf(id) >= 0)
                    return true;
            if (slice.Entries.Count < Slice) return false;
            after = slice.Through;
        }
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
