using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Screening;

/// <summary>An earlier comment of the same author.</summary>
public sealed record RecentComment(string Text, DateTimeOffset At);

/// <summary>What is known of the author when the comment comes in.</summary>
public sealed record AuthorFacts
{
    /// <summary>Since when the person is known here; null for a guest.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>Published comments, within the time that <c>recentHistory</c> looks back.</summary>
    public int Published { get; init; }

    /// <summary>Rejected comments, within the same time.</summary>
    public int Rejected { get; init; }

    /// <summary>Published comments ever.</summary>
    public int PublishedEver { get; init; }

    /// <summary>The last comments of this author on the site, in any order; pending and rejected ones too.</summary>
    public IReadOnlyList<RecentComment> Recent { get; init; } = [];

    /// <summary>Staff and moderators: they are screened for nothing.</summary>
    public bool IsTrusted { get; init; }
}

/// <summary>What is known of the discussion that the comment goes into.</summary>
public sealed record ThreadFacts
{
    /// <summary>The names of those who take part in it, as they show. Only these can be attacked by name: public figures are fair game for an opinion.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>Whether the comment answers another one, and so has an addressee even without a name.</summary>
    public bool IsReply { get; init; }
}

/// <summary>A comment that wants to be published: what it says, who says it, where and when. All that a step may look at.</summary>
public sealed record ScreeningSubject
{
    /// <summary>The text as it was written: every offset that screening gives points into it.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public AuthorFacts Author { get; init; } = new();

    public ThreadFacts Thread { get; init; } = new();

    /// <summary>The author has been told what their comment may break, and submits all the same.</summary>
    public bool WasWarned { get; init; }

    /// <summary>For the external hook, which needs to know what it is asked about.</summary>
    public ThreadKey Key { get; init; }

    public UserId AuthorId { get; init; }

    public string AuthorName { get; init; } = "";

    /// <summary>Set when an edit is screened.</summary>
    public int? Number { get; init; }
}
