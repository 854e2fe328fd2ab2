using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Xunit;
using static Realtime.Discussion.Tests.People;

namespace Realtime.Discussion.Tests.Privacy;

public class CommenterRedactionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_ignored_the_person_ignores_nobody_and_others_as_before()
    {
        CommenterEvent[] events = [Ignoring(Bagrat), Ignoring(Ani), new PersonHeeded { At = Now, By = Admin.Id, User = Ani.Id }, Ignoring(Ani)];

        var redacted = events.Select(@event => CommenterRedaction.Of(@event, Ani.Id) ?? @event).ToList();

        Assert.Equal([Bagrat.Id], redacted.Aggregate(new CommenterAggregate().Begin(), new CommenterAggregate().Apply).Ignored);
        Assert.All(redacted, @event => Assert.Null(CommenterRedaction.Of(@event, Ani.Id)));
    }

    [Fact]
    public void What_is_not_about_the_person_is_left() => Assert.Null(CommenterRedaction.Of(Ignoring(Bagrat), Ani.Id));

    private static PersonIgnored Ignoring(Actor whom) => new() { At = Now, By = Admin.Id, User = whom.Id };
}
