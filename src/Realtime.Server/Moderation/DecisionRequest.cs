using System.Runtime.Serialization;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;

namespace Realtime.Server.Moderation;

/// <summary>What a moderator decides about a comment.</summary>
[DataContract]
public sealed record DecisionRequest
{
    /// <summary>
    /// <c>approve</c>, <c>reject</c>, <c>hold</c>, <c>restore</c> or <c>move</c>; also for staff <c>feature</c>, <c>unfeature</c>, <c>pin</c>, <c>unpin</c>.
    /// </summary>
    [DataMember(Name = "decision")]
    public string? Decision { get; init; }

    /// <summary>
    /// Needed to reject: <c>offensive</c>, <c>abusive</c>, <c>spam</c>, <c>banned_word</c>, <c>ad</c>, <c>illegal_content</c>, <c>harassment_bullying</c>,
    /// <c>misinformation</c>, <c>hate_speech</c>, <c>irrelevant_content</c> or <c>other</c>.
    /// </summary>
    [DataMember(Name = "reason")]
    public string? Reason { get; init; }

    /// <summary>The number of the rule of the policy that the comment breaks.</summary>
    [DataMember(Name = "rule")]
    public int? Rule { get; init; }

    /// <summary>For the author, as plain text of at most 1,000 characters.</summary>
    [DataMember(Name = "note")]
    public string? Note { get; init; }

    /// <summary>The revision that the moderator was looking at.</summary>
    [DataMember(Name = "revision")]
    public int? Revision { get; init; }

    /// <summary>The <c>count</c> of the decision that the moderator knows of; without it none but their own.</summary>
    [DataMember(Name = "after")]
    public int? After { get; init; }

    /// <summary>With <c>move</c>: the article of the same site under which the comment and everything below it go on.</summary>
    [DataMember(Name = "to")]
    public string? To { get; init; }
}

/// <summary>A moderator's words to an author.</summary>
internal static class ModeratorNotes
{
    public const int Longest = 1_000;

    /// <summary>Null and the note (null when there is none) when it may stand; else why not.</summary>
    public static Refusal? TryRead(string? written, out string? note)
    {
        note = null;
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (WrittenText.TryRead(written, Longest, out var text) is not null)
            return new Refusal(RefusalCode.RequestMalformed) { Detail = $"note must have at most {Longest} characters that can be shown." };
        note = text;
        return null;
    }
}
