using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Words;

namespace Realtime.Discussion.Screening.Steps;

/// <summary>What a step finds before the policy says what it leads to.</summary>
/// <param name="Code">See <see cref="Finding.Code"/>.</param>
/// <param name="Spans">See <see cref="Finding.Spans"/>.</param>
/// <param name="AtMost">The strongest verdict that this deserves, whatever the policy says.</param>
/// <param name="Detail">See <see cref="Finding.Detail"/>.</param>
public sealed record Observation(string Code, IReadOnlyList<TextSpan> Spans, Verdict AtMost = Verdict.Reject, string? Detail = null)
{
    public static Observation OfAll(string code, string? detail = null) => new(code, [], Detail: detail);
}

/// <summary>What every step is given.</summary>
internal readonly record struct StepInput(ScreeningSubject Subject, FoldedText Folded, ScreeningLimits Limits, WordList Words);

/// <summary>One step that needs nothing but what it is given: no clock, no store, no network.</summary>
internal interface IScreeningStep
{
    string Name { get; }

    IEnumerable<Observation> Look(StepInput input);
}
