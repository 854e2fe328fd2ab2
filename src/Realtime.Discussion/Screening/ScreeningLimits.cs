namespace Realtime.Discussion.Screening;

/// <summary>Where the steps draw their lines.</summary>
[GenerateSerializer, Immutable, Alias("screening-limits")]
public sealed record ScreeningLimits
{
    /// <summary>The shortest comment, in characters as a person counts them (grapheme clusters).</summary>
    [Id(0)]
    public int MinCharacters { get; init; } = 1;

    /// <summary>The longest comment of this site, in the same characters. The thread's own limit stays above it.</summary>
    [Id(1)]
    public int MaxCharacters { get; init; } = 10_000;

    [Id(2)]
    public int MaxLinks { get; init; } = 2;

    /// <summary>Hosts that may be linked to freely, with their subdomains, e.g. the publisher's own.</summary>
    [Id(3)]
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>How alike two comments must be to be the same again: the share of word triples in common, 0 to 1.</summary>
    [Id(4)]
    public double RepeatSimilarity { get; init; } = 0.8;

    /// <summary>How far back a repetition is looked for.</summary>
    [Id(5)]
    public TimeSpan RepeatWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Letters from which on a comment can be a repetition: people may say "I agree" twice.</summary>
    [Id(6)]
    public int RepeatFromLetters { get; init; } = 20;

    /// <summary>Comments of one author within <see cref="FloodWithin"/>; one more is too many.</summary>
    [Id(7)]
    public int FloodComments { get; init; } = 5;

    [Id(8)]
    public TimeSpan FloodWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Published comments until which an author is new.</summary>
    [Id(9)]
    public int NewUntilPublished { get; init; } = 3;

    /// <summary>The age until which an account is new.</summary>
    [Id(10)]
    public TimeSpan NewUntilAge { get; init; } = TimeSpan.Zero;

    /// <summary>The share of rejected comments from which on an author's comments are looked at first, 0 to 1.</summary>
    [Id(11)]
    public double RejectedShare { get; init; } = 0.3;

    /// <summary>Decided comments from which on the share means something.</summary>
    [Id(12)]
    public int RejectedFromComments { get; init; } = 5;

    /// <summary>Scores of the toxicity classifier, by label, from which on it is a finding.</summary>
    [Id(13)]
    public IReadOnlyDictionary<string, double> ToxicityFrom { get; init; } = new Dictionary<string, double> { ["TOXICITY"] = 0.8 };

    /// <summary>Every mistake, each beginning with the setting that it is about; empty when the limits are sound.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (MinCharacters < 0 || MaxCharacters < Math.Max(1, MinCharacters)) yield return "limits:maxCharacters must be at least 1 and at least limits:minCharacters.";
        if (MaxLinks < 0) yield return "limits:maxLinks must not be negative.";
        if (RepeatSimilarity is not (> 0 and <= 1)) yield return "limits:repeatSimilarity must be above 0 and at most 1.";
        if (FloodComments < 1) yield return "limits:floodComments must be at least 1.";
        if (NewUntilPublished < 0) yield return "limits:newUntilPublished must not be negative.";
        if (RejectedShare is not (> 0 and <= 1)) yield return "limits:rejectedShare must be above 0 and at most 1.";
        if (RejectedFromComments < 1) yield return "limits:rejectedFromComments must be at least 1.";
        if (RepeatWithin < TimeSpan.Zero || FloodWithin <= TimeSpan.Zero || NewUntilAge < TimeSpan.Zero)
            yield return "limits: times must not be negative, and limits:floodWithin not zero.";
        if (ToxicityFrom.Values.Any(score => score is not (>= 0 and <= 1))) yield return "limits:toxicityFrom must be scores from 0 to 1.";
    }
}
