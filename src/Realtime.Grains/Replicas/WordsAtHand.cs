using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>
/// The words that one answer needs: taken from the copy's memory, or from entries read for this answer. What is still missing is noted, to be read
/// from the journal outside the lock before the answer is composed again. Used by one answer only.
/// </summary>
internal sealed class WordsAtHand
{
    private readonly Dictionary<long, ThreadEvent> _read = [];
    private readonly HashSet<long> _missing = [];
    private ThreadCopy? _copy;

    /// <summary>How often something was missing. Not how many things: one answer may ask for the same comment twice, and must not take the second miss for an empty entry.</summary>
    private int _misses;

    public bool AreComplete => _missing.Count == 0;

    public long[] Missing => [.. _missing];

    /// <summary>Before every attempt. Entries read of another epoch's journal are worth nothing.</summary>
    public WordsAtHand For(ThreadCopy copy)
    {
        if (_copy is not null && _copy != copy) _read.Clear();
        _missing.Clear();
        _copy = copy;
        return this;
    }

    public void Add(long sequence, ThreadEvent entry) => _read[sequence] = entry;

    /// <summary>The words that the viewer may see. Only those for everybody are kept in memory, without what only moderators are shown.</summary>
    public CommentWords? For(Comment comment, Viewer viewer) =>
        viewer == Viewer.Anybody || (comment.IsPublished && !viewer.Moderates) ? Of(comment)
        : viewer.SightOf(comment) == Sight.Whole ? OfRevision(comment, comment.Revision)
        : null;

    /// <summary>The words that readers may see; null when there are none, or they are missing so far.</summary>
    public CommentWords? Of(Comment comment)
    {
        if (!comment.IsPublished) return null;
        if (_copy!.Words.TryFind(comment, out var known)) return known;
        var before = _misses;
        var words = OfRevision(comment, comment.Revision);
        if (_misses == before) _copy.Words.Keep(comment, words is null ? null : words with { Findings = [] });
        return words;
    }

    /// <summary>The words of any revision, whatever the comment's status.</summary>
    public CommentWords? OfRevision(Comment comment, int revision)
    {
        if (comment.BodyOf(revision) is not { } at) return null;
        var quote = comment.QuoteOf > 0 ? (EntryAt(comment.PostedAt) as IGivesWords)?.Quote : null;
        return EntryAt(at) is IGivesWords entry && entry.Number == comment.Number
            ? new CommentWords(revision, entry.Body, quote) { Findings = entry.Findings ?? [] }
            : null;
    }

    private ThreadEvent? EntryAt(long sequence)
    {
        if (_read.TryGetValue(sequence, out var entry) || _copy!.TryRecent(sequence, out entry)) return entry;
        _missing.Add(sequence);
        _misses++;
        return null;
    }
}
