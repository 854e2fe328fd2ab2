using System.Globalization;

namespace Realtime.Discussion.Screening.Steps;

internal sealed class LengthStep : IScreeningStep
{
    public string Name => StepNames.Length;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var text = input.Subject.Text;
        var (characters, at) = (0, 0);
        while (at < text.Length && characters < input.Limits.MaxCharacters)
        {
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
            characters++;
        }

        if (at < text.Length) yield return new Observation("comment_too_long", [new TextSpan(at, text.Length - at)]);
        else if (characters < input.Limits.MinCharacters) yield return Observation.OfAll("comment_too_short");
    }
}
