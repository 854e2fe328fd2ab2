using Realtime.Cli.Wire;

namespace Realtime.Cli.Threads;

/// <summary>
/// What has been seen of a thread: enough to name the author somebody answers, and to tell news from repetition. Frames may overlap, so a change that
/// says nothing new, or less than is known, is no happening. Bodies are not kept.
/// </summary>
internal sealed class OpenThread
{
    private readonly Dictionary<int, CommentView> _comments = [];

    /// <summary>Comments that readers can see.</summary>
    public int CommentCount { get; private set; }

    public bool Closed { get; private set; }

    public string? Title { get; private set; }

    public string? AuthorOf(int number) => _comments.GetValueOrDefault(number)?.Author?.Name;

    /// <summary>Forgets everything and begins with this page.</summary>
    public void Open(ThreadPage page)
    {
        _comments.Clear();
        foreach (var comment in page.Comments) Remember(comment);
        (CommentCount, Closed, Title) = (page.CommentCount, page.Closed, page.Article?.Title);
    }

    public IReadOnlyList<Happening> Take(ThreadChanges changes)
    {
        CommentCount = changes.CommentCount;
        return [.. changes.Changes.Select(Take).OfType<Happening>()];
    }

    private Happening? Take(ThreadChange change) => change switch
    {
        { Type: "posted", Comment: { } comment } => Posted(comment),
        { Type: "edited", Comment: { } comment } => Edited(comment),
        { Type: "removed", Comment: { } comment } => Removed(comment),
        { Type: "reacted", Number: { } number, Reactions: { } reactions } => Reacted(number, reactions),
        { Type: "closed" } when !Closed => Close(true, new ThreadClosed()),
        { Type: "reopened" } when Closed => Close(false, new ThreadReopened()),
        { Type: "described", Article.Title: { } title } when title != Title => Described(title),
        _ => null,
    };

    private Happening? Posted(CommentView comment)
    {
        if (_comments.ContainsKey(comment.Number)) return null;
        Remember(comment);
        return comment.IsPublished ? new CommentPosted(comment) : new CommentRemoved(comment.Number);
    }

    private CommentEdited? Edited(CommentView comment)
    {
        if (!comment.IsPublished) return null;
        if (_comments.TryGetValue(comment.Number, out var known) && (!known.IsPublished || known.Revision >= comment.Revision)) return null;
        Remember(comment);
        return new CommentEdited(comment);
    }

    private CommentRemoved? Removed(CommentView comment)
    {
        if (_comments.TryGetValue(comment.Number, out var known) && !known.IsPublished) return null;
        Remember(comment);
        return new CommentRemoved(comment.Number);
    }

    private ReactionsCounted? Reacted(int number, IReadOnlyDictionary<string, int> reactions)
    {
        if (_comments.TryGetValue(number, out var known))
        {
            if (AreEqual(known.Reactions, reactions)) return null;
            _comments[number] = known with { Reactions = reactions };
        }
        return new ReactionsCounted(number, reactions);
    }

    private static bool AreEqual(IReadOnlyDictionary<string, int> some, IReadOnlyDictionary<string, int> others) =>
        some.Count == others.Count && some.All(pair => others.GetValueOrDefault(pair.Key) == pair.Value);

    private Happening Close(bool closed, Happening happening)
    {
        Closed = closed;
        return happening;
    }

    private ArticleDescribed Described(string title)
    {
        Title = title;
        return new ArticleDescribed(title);
    }

    private void Remember(CommentView comment) => _comments[comment.Number] = comment with { Html = null, Quote = null };
}
