using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>
/// C4: what each reader was sent continues without gap or repetition from its page, or a reset says so. Because comments bear their place as their
/// number and C6 holds every number against the log, ascending numbers mean one order for all readers.
/// </summary>
internal sealed class OneOrder : ICheck
{
    public string Name => "C4";

    public IEnumerable<Violation> Of(History history)
    {
        foreach (var replay in ReaderReplay.All(history))
        {
            foreach (var violation in replay.Violations) yield return violation;
            if (replay.Resets > 0 && !history.Expectations.ResetsAllowed)
                yield return new Violation(Name, ViolationKind.Reset, $"{replay.Reader} of {replay.Article} was told to reset {replay.Resets} times", replay.Resets);
        }
    }
}
