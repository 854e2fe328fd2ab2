namespace Realtime.Discussion.Screening;

/// <summary>What screening says of a comment, from mild to strong.</summary>
public enum Verdict
{
    Allow = 0,

    /// <summary>Kept from readers until a moderator has seen it.</summary>
    Hold = 1,

    Reject = 2,
}

/// <summary>What one step has found.</summary>
[GenerateSerializer, Immutable, Alias("screening-finding")]
public sealed record Finding
{
    /// <summary>The step, by its name in <see cref="StepNames"/>.</summary>
    [Id(0)]
    public required string Step { get; init; }

    [Id(1)]
    public required Verdict Verdict { get; init; }

    /// <summary>Stable, for programs: <c>banned_word</c>, <c>too_many_links</c>, …</summary>
    [Id(2)]
    public required string Code { get; init; }

    /// <summary>The number of the rule of the site's policy that this is about; null when the site has tied the step to none.</summary>
    [Id(3)]
    public int? Rule { get; init; }

    /// <summary>Where, in the text as it was written; empty when the finding is about the whole comment or its author.</summary>
    [Id(4)]
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];

    /// <summary>For moderators: the entry matched, the label and its score. Never shown to the author: it would teach evasion.</summary>
    [Id(5)]
    public string? Detail { get; init; }
}

/// <summary>Said to the author once, before the comment is taken in: they may rewrite it, or submit it as it is.</summary>
[GenerateSerializer, Immutable, Alias("screening-nudge")]
public sealed record Nudge([property: Id(0)] string Step, [property: Id(1)] int Rule, [property: Id(2)] string Title, [property: Id(3)] IReadOnlyList<TextSpan> Spans)
{
    public string Sentence => $"This may break rule {Rule}: {Title}";
}

/// <summary>The result: the strongest verdict of all steps, with everything they found.</summary>
[GenerateSerializer, Immutable, Alias("screening-outcome")]
public sealed record ScreeningOutcome
{
    public static ScreeningOutcome Clean { get; } = new();

    [Id(0)]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Labels that the external hook has put on the comment.</summary>
    [Id(1)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Set when the author should be asked first; the comment is then not taken in yet.</summary>
    [Id(2)]
    public Nudge? Nudge { get; init; }

    public Verdict Verdict => Findings.Count == 0 ? Verdict.Allow : Findings.Max(finding => finding.Verdict);

    /// <summary>The first finding of the strongest verdict: what the author is told.</summary>
    public Finding? Reason => Findings.FirstOrDefault(finding => finding.Verdict == Verdict && Verdict > Verdict.Allow);
}
