using Realtime.Discussion.Reading;

namespace Realtime.Discussion.Tests.Reading;

/// <summary>What a client does with changes: the simplest reader there can be.</summary>
internal sealed class ReaderModel(IEnumerable<CommentView> page)
{
    private readonly SortedDictionary<int, CommentView> _comments = new(page.ToDictionary(view => view.Number));

    public bool Closed { get; private set; }

    public IReadOnlyList<int> Pinned { get; private set; } = [];

    public (bool Review, int? SlowMode) Mode { get; private set; }

    public DateTime? GuardedUntil { get; private set; }

    public IReadOnlyCollection<CommentView> Comments => _comments.Values;

    public void Take(IEnumerable<ThreadChange> changes)
    {
        foreach (var change in changes) Take(change);
    }

    private void Take(ThreadChange change)
    {
        if (change.Comment is { } comment) _comments[comment.Number] = comment;
        if (change.Parent is { } parent) Change(parent.Number, view => view with { ReplyCount = parent.ReplyCount });
        if (change.Number is { } number) Change(number, view => view with { Reactions = change.Reactions! });
        foreach (var quoting in change.QuotedBy ?? []) Change(quoting, view => view.Quote is null ? view : view with { Quote = view.Quote with { Text = null } });
        if (change.Type is "closed" or "reopened") Closed = change.Type == "closed";
        if (change.Pinned is { } pinned) Pinned = pinned;
        if (change.Type == "removed") Pinned = [.. Pinned.Where(number => number != change.Comment!.Number)];
        if (change.Type is "guarded" or "unguarded") GuardedUntil = change.Until;
        if (change.Review is { } review) Mode = (review, change.SlowMode);
    }

    private void Change(int number, Func<CommentView, CommentView> change)
    {
        if (_comments.TryGetValue(number, out var view)) _comments[number] = change(view);
    }
}
