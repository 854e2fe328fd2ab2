using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Reports;

/// <summary>
/// Notice that a comment is against the law, as Article 16 of the EU's Digital Services Act asks for: what law, why, and who says so in good faith.
/// It reaches the thread as a report of reason <see cref="Reason"/> whose detail is <see cref="ToDetail"/>, so that it stands in the same journal,
/// and is erased with it. The exact place is the comment.
/// </summary>
public sealed record IllegalContentNotice
{
    public const string Reason = "illegal";

    public const int MaxGround = 120;
    public const int MaxContact = 200;

    private const string Known = "notice 1";

    /// <summary>The law, in the person's words, e.g. <c>defamation, § 187 StGB</c>.</summary>
    public required string Ground { get; init; }

    /// <summary>Why they take the comment to be against it.</summary>
    public required string Explanation { get; init; }

    /// <summary>Name and mail address. May be missing: for some offences the law lets people stay unnamed.</summary>
    public string? Contact { get; init; }

    /// <summary>"I believe in good faith that this is accurate and complete."</summary>
    public bool InGoodFaith { get; init; }

    /// <summary>Why it is not a notice; null when it is.</summary>
    public Refusal? Mistake()
    {
        var mistake = this switch
        {
            { InGoodFaith: false } => "The statement of good faith is missing.",
            { Ground.Length: 0 or > MaxGround } => $"The legal ground must have 1 to {MaxGround} characters.",
            { Contact.Length: > MaxContact } => $"The contact must have at most {MaxContact} characters.",
            { Explanation.Length: 0 } => "The explanation is missing.",
            _ when (Ground + Contact).AsSpan().ContainsAny('\r', '\n') => "Ground and contact must be one line each.",
            _ when ToDetail().Length > ReportComment.MaxDetail => $"All together must have at most {ReportComment.MaxDetail - Known.Length - 3} characters.",
            _ => null,
        };
        return mistake is null ? null : new Refusal(RefusalCode.RequestMalformed) { Detail = mistake };
    }

    /// <summary>The report's detail: plain text that a person can read as well.</summary>
    public string ToDetail() => $"{Known}\n{Ground}\n{Contact}\n{Explanation}";

    /// <summary>Reads what <see cref="ToDetail"/> wrote; null when the detail is somebody's plain words.</summary>
    public static IllegalContentNotice? Read(string? detail) =>
        detail?.Split('\n', 4) is [Known, var ground, var contact, var explanation]
            ? new IllegalContentNotice { Ground = ground, Explanation = explanation, Contact = contact.Length > 0 ? contact : null, InGoodFaith = true }
            : null;
}
