using System.Globalization;

namespace Realtime.Discussion.Screening.Steps;

/// <summary>Too many comments of one author in a short time.</summary>
internal sealed class FloodsStep : IScreeningStep
{
    public string Name => StepNames.Floods;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var since = input.Subject.At - input.Limits.FloodWithin;
        var count = input.Subject.Author.Recent.Count(comment => comment.At > since);
        if (count >= input.Limits.FloodComments) yield return Observation.OfAll("too_fast", count.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>An author whom nobody has seen yet: a guest, a fresh account, or too few published comments.</summary>
internal sealed class NewCommenterStep : IScreeningStep
{
    public string Name => StepNames.NewCommenter;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var (author, limits) = (input.Subject.Author, input.Limits);
        var isYoung = author.KnownSince is not { } since || input.Subject.At - since < limits.NewUntilAge;
        if (isYoung || author.PublishedEver < limits.NewUntilPublished) yield return Observation.OfAll("new_commenter");
    }
}

/// <summary>An author many of whose recent comments were rejected.</summary>
internal sealed class RecentHistoryStep : IScreeningStep
{
    public string Name => StepNames.RecentHistory;

    public IEnumerable<Observation> Look(StepInput input)
    {
        var (rejected, decided) = (input.Subject.Author.Rejected, input.Subject.Author.Rejected + input.Subject.Author.Published);
        if (decided >= input.Limits.RejectedFromComments && rejected >= input.Limits.RejectedShare * decided)
            yield return Observation.OfAll("recent_history", $"{rejected}/{decided}");
    }
}
