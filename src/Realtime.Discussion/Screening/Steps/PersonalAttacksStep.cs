using Realtime.Discussion.Screening.Attacks;

namespace Realtime.Discussion.Screening.Steps;

/// <summary>An insult towards somebody in the discussion. What is said of public figures, of opinions or of oneself is not one.</summary>
internal sealed class PersonalAttacksStep : IScreeningStep
{
    public string Name => StepNames.PersonalAttacks;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var attacks = Attack.Find(input.Folded, input.Subject.Thread);
        if (attacks.Count > 0) yield return new Observation("personal_attack", attacks);
    }
}
