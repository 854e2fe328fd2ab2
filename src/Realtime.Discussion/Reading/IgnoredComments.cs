using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Reading;

/// <summary>
/// Takes out of an answer what somebody does not want to read: of the comments of people whom they ignore, number, place, times and counts are left, with the
/// status <c>ignored</c>; of passages quoted from them, the number. An answer with nothing of theirs in it is given back as it is.
/// </summary>
public static class IgnoredComments
{
    /// <param name="changes">As everybody is told them.</param>
    /// <param name="people">Who is ignored.</param>
    /// <param name="authorOf">Whose a quoted comment is.</param>
    public static ThreadChanges Hide(ThreadChanges changes, IReadOnlySet<UserId> people, Func<int, UserId?> authorOf)
    {
        var hidden = Each(changes.Changes, change => change.Comment is { } comment && Hide(comment, people, authorOf) is var left && !ReferenceEquals(left, comment)
            ? change with { Comment = left }
            : change);
        return ReferenceEquals(hidden, changes.Changes) ? changes : changes with { Changes = hidden };
    }

    /// <inheritdoc cref="Hide(ThreadChanges,IReadOnlySet{UserId},Func{int,UserId?})"/>
    public static ThreadPage Hide(ThreadPage page, IReadOnlySet<UserId> people, Func<int, UserId?> authorOf)
    {
        var hidden = Each(page.Comments, comment => Hide(comment, people, authorOf));
        var above = page.Context is { } context ? Each(context, comment => Hide(comment, people, authorOf)) : null;
        return ReferenceEquals(hidden, page.Comments) && ReferenceEquals(above, page.Context) ? page : page with { Comments = hidden, Context = above };
    }

    /// <inheritdoc cref="Hide(ThreadChanges,IReadOnlySet{UserId},Func{int,UserId?})"/>
    public static CommentInContext Hide(CommentInContext found, IReadOnlySet<UserId> people, Func<int, UserId?> authorOf)
    {
        var (comment, above) = (Hide(found.Comment, people, authorOf), Each(found.Ancestors, ancestor => Hide(ancestor, people, authorOf)));
        return ReferenceEquals(comment, found.Comment) && ReferenceEquals(above, found.Ancestors) ? found : found with { Comment = comment, Ancestors = above };
    }

    private static CommentView Hide(CommentView comment, IReadOnlySet<UserId> people, Func<int, UserId?> authorOf)
    {
        if (comment.Author is { } author && people.Contains(new UserId(author.Id))) return Stub(comment);
        return comment.Quote is { Text: not null } quote && authorOf(quote.Number) is { } quoted && people.Contains(quoted)
            ? comment with { Quote = quote with { Text = null } }
            : comment;
    }

    private static CommentView Stub(CommentView comment) => new()
    {
        Number = comment.Number,
        CreatedAt = comment.CreatedAt,
        EditedAt = comment.EditedAt,
        Revision = comment.Revision,
        Status = StatusNames.Ignored,
        ReplyTo = comment.ReplyTo,
        Reactions = comment.Reactions,
        ReplyCount = comment.ReplyCount,
        Pinned = comment.Pinned,
        Featured = comment.Featured,
    };

    /// <summary>The same list when nothing in it was changed: what is shared by all stays shared.</summary>
    private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> all, Func<T, T> hide)
        where T : class
    {
        List<T>? changed = null;
        for (var i = 0; i < all.Count; i++)
        {
            var left = hide(all[i]);
            if (changed is null && ReferenceEquals(left, all[i])) continue;
            changed ??= [.. all.Take(i)];
            changed.Add(left);
        }

        return changed ?? all;
    }
}
