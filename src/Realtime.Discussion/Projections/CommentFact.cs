using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Projections;

/// <summary>One comment as it is now, without its words: those stay in the thread's journal, where an erasure finds them.</summary>
[GenerateSerializer, Immutable, Alias("comment-fact")]
public sealed record CommentFact
{
    [Id(0)]
    public required int Number { get; init; }

    [Id(1)]
    public required int Revision { get; init; }

    [Id(2)]
    public required CommentStatus Status { get; init; }

    [Id(3)]
    public required Author Author { get; init; }

    /// <summary>When it was posted.</summary>
    [Id(4)]
    public required DateTimeOffset At { get; init; }

    [Id(5)]
    public DateTimeOffset? EditedAt { get; init; }

    [Id(6)]
    public int? ReplyTo { get; init; }

    [Id(7)]
    public UserId? ReplyToAuthor { get; init; }

    [Id(8)]
    public int? QuoteOf { get; init; }

    [Id(9)]
    public UserId? QuoteOfAuthor { get; init; }

    /// <summary>The participant whom the comment begins by naming.</summary>
    [Id(10)]
    public UserId? Addressee { get; init; }

    [Id(11)]
    public IReadOnlyList<UserId> Mentions { get; init; } = [];

    [Id(12)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    [Id(13)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What has been reported since the last ruling; null when nothing has.</summary>
    [Id(14)]
    public OpenReports? Reports { get; init; }

    /// <summary>Whose reports the last ruling has answered.</summary>
    [Id(15)]
    public IReadOnlyList<UserId> AnsweredReporters { get; init; } = [];

    /// <summary>The last decision about whether readers may see it; null when no moderator has made one.</summary>
    [Id(16)]
    public Ruling? Ruling { get; init; }

    /// <summary>When its author has appealed against <see cref="Ruling"/>; null when they have not, or when the appeal has been answered.</summary>
    [Id(17)]
    public DateTimeOffset? AppealedAt { get; init; }

    /// <summary>With <see cref="CommentStatus.Moved"/>: the article under which it is to go on.</summary>
    [Id(18)]
    public ArticleId? MovedTo { get; init; }

    /// <summary>Readers have been shown it at some time.</summary>
    [Id(19)]
    public bool HasBeenPublic { get; init; }

    [Id(20)]
    public IReadOnlyList<string> Badges { get; init; } = [];

    public bool IsPublished => Status == CommentStatus.Published;

    public bool IsByGuest => Author.Id.IsGuest;
}

/// <summary>Reports that wait for a moderator.</summary>
/// <param name="Reporters">Distinct people whose reports count (<see cref="Realtime.Discussion.Reports.ReporterStanding"/>).</param>
/// <param name="Reasons">How many of them gave each reason.</param>
/// <param name="Since">When the first of them came.</param>
/// <param name="IsUrgent">Somebody gave notice of illegal content, which the law wants answered without delay.</param>
[GenerateSerializer, Immutable, Alias("open-reports")]
public sealed record OpenReports(
    [property: Id(0)] int Reporters,
    [property: Id(1)] IReadOnlyDictionary<string, int> Reasons,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] bool IsUrgent);
