using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;

namespace Realtime.Grains.Replicas;

/// <summary>Those whom readers have seen write in a thread, in the order in which they came. Not safe for concurrent use: the replica's lock guards it.</summary>
internal sealed class SeenAuthors
{
    private readonly HashSet<Author> _known = [];
    private readonly List<Author> _inOrder = [];

    public SeenAuthors(ArticleThread thread)
    {
        for (var number = 1; number <= thread.LastNumber; number++) Add(thread.Find(number));
    }

    public void Add(Comment? comment)
    {
        if (comment is { HasBeenPublic: true } && comment.Author != ArticleThread.Nobody && _known.Add(comment.Author)) _inOrder.Add(comment.Author);
    }

    /// <summary>Those who came after the first so many.</summary>
    public List<Author> Behind(int count) => _inOrder[count..];

    public List<string> NewestNames(int max) => [.. _inOrder.AsEnumerable().Reverse().Take(max).Select(author => author.Name)];
}
