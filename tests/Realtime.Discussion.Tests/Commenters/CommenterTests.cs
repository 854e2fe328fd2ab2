using Realtime.Discussion.Commenters;
using Realtime.Discussion.Reports;
using Realtime.Discussion.Threads;
using Xunit;
using static Realtime.Discussion.Tests.Commenters.LiveCommenter;

namespace Realtime.Discussion.Tests.Commenters;

public class CommenterTests
{
    private readonly LiveCommenter _ani = new();

    [Fact]
    public void A_newer_token_updates_the_profile_and_an_older_one_does_not()
    {
        _ani.SignOn("Ani", 10);
        _ani.SignOn("Ani K.", 20, "expert");
        Refusals.ExpectAlready(_ani.SignOn("Ani", 15));

        Assert.Equal(("Ani K.", "expert"), (_ani.State.Profile!.Name, _ani.State.Profile.Badges.Single()));
    }

    [Fact]
    public void A_newer_token_that_says_the_same_is_no_event()
    {
        _ani.SignOn("Ani", 10, "expert");

        Refusals.ExpectAlready(_ani.SignOn("Ani", 20, "expert"));
    }

    [Fact]
    public void The_first_time_somebody_was_seen_stays()
    {
        _ani.SignOn("Ani", 10);
        _ani.Now += TimeSpan.FromDays(1);
        _ani.SignOn("Anahit", 20);

        Assert.Equal(Noon, _ani.State.FirstSeen);
    }

    [Fact]
    public void What_an_ignored_person_does_is_not_told()
    {
        _ani.Take(Item(1, from: "bagrat"));
        _ani.Ignore("bagrat");
        _ani.Take(Item(2, from: "bagrat"), Item(3, from: "garo"));

        Assert.Equal(["comment:bridge#3"], _ani.Keys);
        Assert.Equal(1, _ani.State.Unread);
    }

    [Fact]
    public void Who_is_heeded_again_is_told_of_again()
    {
        _ani.Take(Item(1, from: "bagrat"));
        _ani.Ignore("bagrat");
        _ani.Heed("bagrat");
        Refusals.ExpectAlready(_ani.Heed("bagrat"));

        Assert.Equal(["comment:bridge#1"], _ani.Keys);
    }

    [Fact]
    public void Ignored_twice_is_ignored_once()
    {
        _ani.Ignore("bagrat");

        Refusals.ExpectAlready(_ani.Ignore("bagrat"));
    }

    [Fact]
    public void Nobody_ignores_themselves() => Refusals.Expect(RefusalCode.NotAllowed, _ani.Ignore("ani"));

    [Fact]
    public void At_most_a_thousand_people_are_ignored()
    {
        for (var i = 0; i < Commenter.MostIgnored; i++) _ani.Ignore($"u{i}");

        Refusals.Expect(RefusalCode.NotAllowed, _ani.Ignore("one more"));
    }

    [Fact]
    public void Erasing_empties_everything_and_late_notices_do_not_come_back()
    {
        _ani.SignOn("Ani", 10);
        _ani.Ignore("bagrat");
        _ani.Take(Item(1, from: "garo"));
        _ani.Erase();
        Refusals.ExpectAlready(_ani.Take(Item(1, from: "garo")));
        Refusals.ExpectAlready(_ani.Erase());

        Assert.Equal((null, null, 0, 0L), (_ani.State.Profile, _ani.State.FirstSeen, _ani.State.Ignored.Count, _ani.State.Inbox.Last));
        Assert.Empty(_ani.Keys);
    }

    [Fact]
    public void Reports_found_groundless_again_and_again_count_no_longer()
    {
        _ani.Take([.. Enumerable.Range(1, 4).Select(number => Outcome(number, InboxKind.ReportGroundless))]);
        Assert.True(_ani.State.ReporterStanding.Counts);

        _ani.Take(Outcome(5, InboxKind.ReportGroundless));
        Assert.False(_ani.State.ReporterStanding.Counts);

        _ani.Take(Outcome(6, InboxKind.ReportUpheld), Outcome(7, InboxKind.ReportUpheld));
        Assert.Equal(new ReporterStanding(2, 5), _ani.State.ReporterStanding);
        Assert.True(_ani.State.ReporterStanding.Counts);
    }

    private static InboxItem Outcome(int number, InboxKind kind) => Item(number) with { Key = $"report:bridge#{number}", Kind = kind, From = null };
}
