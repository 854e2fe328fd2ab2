using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;

namespace Realtime.Discussion.Threads;

/// <summary>The ways to a comment other than its number. All of it follows from the comments, so that no snapshot holds it.</summary>
internal sealed class CommentIndex
{
    private readonly Dictionary<(UserId, string), int> _byClientId = [];
    private readonly Dictionary<UserId, List<int>> _byAuthor = [];
    private readonly Dictionary<int, List<int>> _quotedBy = [];
    private readonly Dictionary<Origin, int> _byOrigin = [];

    public int? FindByClientId(UserId user, string clientCommentId) =>
        _byClientId.TryGetValue((user, clientCommentId), out var number) ? number : null;

    public int? FindByOrigin(Origin origin) => _byOrigin.TryGetValue(origin, out var number) ? number : null;

    public IReadOnlyList<int> ByAuthor(UserId user) => _byAuthor.TryGetValue(user, out var numbers) ? numbers : [];

    public IReadOnlyList<int> QuotedBy(int number) => _quotedBy.TryGetValue(number, out var quoting) ? quoting : [];

    public void Add(Comment comment)
    {
        if (comment.ClientCommentId.Length > 0) RememberClientId((comment.Author.Id, comment.ClientCommentId), comment.Number);
        if (comment.Author != ArticleThread.Nobody) Remember(_byAuthor, comment.Author.Id, comment.Number);
        if (comment.QuoteOf > 0) Remember(_quotedBy, comment.QuoteOf, comment.Number);
        if (comment.Origin is { } origin) _byOrigin.TryAdd(origin, comment.Number);
    }

    /// <summary>Before their comments lose them.</summary>
    public void Forget(UserId author, IEnumerable<Comment> comments)
    {
        foreach (var comment in comments) _byClientId.Remove((author, comment.ClientCommentId));
        _byAuthor.Remove(author);
    }

    /// <summary>The first comment under a client id is the original.</summary>
    private void RememberClientId((UserId, string) id, int number)
    {
        if (!_byClientId.TryGetValue(id, out var known) || number < known) _byClientId[id] = number;
    }

    private static void Remember<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int number)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var known)) lists[key] = known = [];
        if (known.BinarySearch(number) is < 0 and var place) known.Insert(~place, number);
    }
}
