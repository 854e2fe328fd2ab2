using System.Globalization;

namespace Realtime.Discussion.Screening.Steps;

internal sealed class LengthStep : IScreeningStep
{
    public string Name => StepNames.Length;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var text = input.Subject.Text;
        // A character is at least one code unit: only a text that may be too long has to be counted to its end.
        var mayBeTooLong = text.Length > input.Limits.MaxCharacters;
        var enough = mayBeTooLong ? input.Limits.MaxCharacters : input.Limits.MinCharacters;
        var (characters, at) = (0, 0);
        while (at < text.Length && characters < enough)
        {
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
            characters++;
        }

        if (mayBeTooLong && at < text.Length) yield return new Observation("comment_too_long", [new TextSpan(at, text.Length - at)]);
        else if (characters < input.Limits.MinCharacters) yield return Observation.OfAll("comment_too_short");
    }
}
