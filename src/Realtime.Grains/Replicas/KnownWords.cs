using Realtime.Discussion.Comments;
using Realtime.Discussion.Reading;

namespace Realtime.Grains.Replicas;

/// <summary>
/// The words of comments' present revisions that are in memory, at most <paramref name="maxBytes"/> of them; those used longest ago go first. Not safe
/// for concurrent use.
/// </summary>
internal sealed class KnownWords(long maxBytes)
{
    private const int Overhead = 200;

    private readonly Dictionary<int, LinkedListNode<Entry>> _byNumber = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _bytes;

    /// <summary>True when it is known what the comment says, which may be that nobody can read it (null).</summary>
    public bool TryFind(Comment comment, out CommentWords? words)
    {
        words = null;
        if (!_byNumber.TryGetValue(comment.Number, out var node) || node.Value.Revision != comment.Revision) return false;
        if (node.Previous is not null)
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
        }

        words = node.Value.Words;
        return true;
    }

    public void Keep(Comment comment, CommentWords? words)
    {
        Drop(comment.Number);
        var entry = new Entry(comment.Number, comment.Revision, words, SizeOf(words));
        _byNumber[entry.Number] = _byUse.AddFirst(entry);
        _bytes += entry.Size;
        while (_bytes > maxBytes && _byUse.Count > 1) Drop(_byUse.Last!.Value.Number);
    }

    public void Drop(int number)
    {
        if (!_byNumber.Remove(number, out var node)) return;
        _byUse.Remove(node);
        _bytes -= node.Value.Size;
    }

    public void Clear()
    {
        _byNumber.Clear();
        _byUse.Clear();
        _bytes = 0;
    }

    private static long SizeOf(CommentWords? words) =>
        Overhead + (words is null ? 0 : sizeof(char) * ((long)words.Body.Text.Length + words.Body.Html.Length + (words.Quote?.Text.Length ?? 0)));

    private sealed record Entry(int Number, int Revision, CommentWords? Words, long Size);
}
