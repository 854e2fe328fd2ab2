using System.Runtime.Serialization;
using Realtime.Discussion.Projections;

namespace Realtime.Discussion.Reports;

/// <summary>
/// What the author of a rejected comment is owed by Article 17 of the EU's Digital Services Act: what was restricted and why, whether a program had
/// part in it, on what ground, and what can be done about it. Without whoever reported it.
/// </summary>
[DataContract]
public sealed record StatementOfReasons
{
    [DataMember(Name = "article")]
    public required string Article { get; init; }

    [DataMember(Name = "number")]
    public required int Number { get; init; }

    /// <summary><c>removed</c>: nobody but the author and moderators can see it.</summary>
    [DataMember(Name = "restriction")]
    public string Restriction { get; init; } = "removed";

    [DataMember(Name = "decidedAt")]
    public required DateTime DecidedAt { get; init; }

    /// <summary>How it came up: <c>reports</c>, <c>screening</c> (a program held it) or <c>ownInitiative</c>.</summary>
    [DataMember(Name = "cameUpBy")]
    public required string CameUpBy { get; init; }

    /// <summary>A program may have found it; a person has decided.</summary>
    [DataMember(Name = "foundByProgram")]
    public required bool FoundByProgram { get; init; }

    [DataMember(Name = "decidedByProgram")]
    public bool DecidedByProgram { get; init; }

    /// <summary><c>law</c> or <c>policy</c>.</summary>
    [DataMember(Name = "ground")]
    public required string Ground { get; init; }

    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the site's discussion policy.</summary>
    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    /// <summary>In the moderator's words; where the ground is a law they name it.</summary>
    [DataMember(Name = "explanation")]
    public string? Explanation { get; init; }

    /// <summary>Whether the author can appeal: once against each rejection.</summary>
    [DataMember(Name = "mayAppeal")]
    public required bool MayAppeal { get; init; }

    /// <summary>Null when the comment has not been rejected.</summary>
    public static StatementOfReasons? Of(ArticleFacts facts, CommentFact fact) =>
        fact.Ruling is { Kind: RulingKind.Rejected } ruling ? Of(facts, fact, ruling) : null;

    private static StatementOfReasons Of(ArticleFacts facts, CommentFact fact, Ruling ruling) => new()
    {
        Article = facts.Thread.Article.Value,
        Number = fact.Number,
        DecidedAt = ruling.At.UtcDateTime,
        CameUpBy = fact.AnsweredReporters.Count > 0 ? "reports" : fact.Findings.Count > 0 ? "screening" : "ownInitiative",
        FoundByProgram = fact.Findings.Count > 0,
        Ground = ruling.Reason == IllegalContentNotice.Reason ? "law" : "policy",
        Reason = ruling.Reason,
        Rule = ruling.Rule,
        Explanation = ruling.Note,
        MayAppeal = !ruling.AnswersAppeal && fact.AppealedAt is null,
    };
}
