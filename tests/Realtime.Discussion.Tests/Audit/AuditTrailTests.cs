using Realtime.Discussion.Audit;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Privacy;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Audit;

public class AuditTrailTests
{
    private readonly LiveThread _thread = new();

    [Fact]
    public void A_decision_is_told_with_who_why_and_what_was_before()
    {
        _thread.PostHeld(Ani, "my words");
        _thread.Reject(Moderator, 1, reason: "spam", note: "Not here.");

        var decided = Told()[1];

        Assert.Equal(("commentDecided", 1, Decisions.Reject, "pending", "rejected"), (decided.Type, decided.Number, decided.Decision, decided.Before, decided.Status));
        Assert.Equal((Moderator.Name, "spam", "Not here.", 2), (decided.By.Name, decided.Reason, decided.Note, decided.Sequence));
    }

    [Fact]
    public void Words_are_told_revision_by_revision()
    {
        _thread.Post(Ani, "first");
        _thread.Edit(Ani, 1, 1, "second");

        Assert.Equal([("first", 1), ("second", 2)], Told().Select(one => (one.Text!, one.Revision!.Value)));
    }

    [Fact]
    public void Who_only_reacted_is_told_by_the_name_they_write_under()
    {
        _thread.Post(Ani);
        _thread.Post(Bagrat);
        _thread.React(Ani, 2);

        var reacted = Told()[2];
        Assert.Equal((Ani.Name, "like", true, (int?)2), (reacted.By.Name, reacted.Reaction, reacted.On, reacted.Number));
    }

    [Fact]
    public void A_report_that_holds_says_what_it_did()
    {
        _thread.Set(settings => settings with { HoldAtReports = 1 });
        _thread.Post(Ani);
        _thread.Report(Bagrat, 1, detail: "look");

        var reported = Told()[1];
        Assert.Equal(("published", "pending", "spam", "look"), (reported.Before, reported.Status, reported.Reason, reported.Detail));
    }

    [Fact]
    public void Every_kind_of_event_can_be_told()
    {
        var trail = new AuditTrail();
        foreach (var (kind, @event) in Threads.EveryEvent.ByKind) Assert.Equal(kind, trail.Take(@event)!.Type);
    }

    [Fact]
    public void Of_an_erased_person_the_rewritten_journal_tells_nothing()
    {
        _thread.Post(Ani, "my words");
        _thread.Give(new ErasePerson { Actor = Ani, User = Ani.Id });
        var erasure = (PersonErased)_thread.Events()[^1];
        var trail = new AuditTrail();

        var told = _thread.Events().Select(@event => trail.Take(Redaction.Of(@event, erasure, _ => Ani.Id) ?? @event)!).ToList();

        Assert.Equal(["realtime:erased:2", "realtime:erased:2"], told.Select(one => one.By.Id));
        Assert.All(told, one => Assert.Equal((null, ""), (one.Text, one.By.Name)));
    }

    private List<AuditEvent> Told()
    {
        var trail = new AuditTrail();
        return [.. _thread.Events().Select(trail.Take).OfType<AuditEvent>()];
    }
}
