using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Realtime.Discussion.Commenters;
using Realtime.Discussion.Identity;
using Xunit;

namespace Realtime.Discussion.Tests.Commenters;

/// <summary>The bytes of every kind of event and of a snapshot, as some version of the program wrote them: journals hold such bytes.</summary>
public class CommenterGoldenTests
{
    private static readonly CommenterAggregate Aggregate = new();
    private static readonly DateTimeOffset At = LiveCommenter.Noon;
    private static readonly UserId By = People.Ani.Id;

    private static readonly Dictionary<string, CommenterEvent> ByKind = new()
    {
        ["profileTold"] = new ProfileTold { At = At, By = By, Name = "Անի", Badges = ["expert"], IssuedAt = At.AddSeconds(-9) },
        ["personIgnored"] = new PersonIgnored { At = At, By = By, User = new UserId("bagrat") },
        ["personHeeded"] = new PersonHeeded { At = At, By = By, User = new UserId("bagrat") },
        ["noticesTaken"] = new NoticesTaken
        {
            At = At,
            By = new UserId("realtime:projection"),
            Items =
            [
                LiveCommenter.Item(7, 9), LiveCommenter.Withdrawn(6, 9),
                LiveCommenter.Item(5, 8) with { Key = "ruling:bridge#5", Kind = InboxKind.Rejected, From = null, Reason = "harassment", Rule = 2, Note = "Please.", Until = At },
            ],
        },
        ["inboxRead"] = new InboxRead { At = At, By = By, Through = 2 },
        ["commenterErased"] = new CommenterErased { At = At, By = By },
    };

    public static TheoryData<string> Kinds => [.. typeof(CommenterEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_written_as_in_its_golden_file(string kind) =>
        Assert.Equal(Golden($"commenter.{kind}.v1"), Encoding.UTF8.GetString(Aggregate.Encode(ByKind[kind]).Span));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_golden_file_is_read_as_the_event_it_was(string kind) =>
        Assert.Equivalent(ByKind[kind], Aggregate.Decode(Encoding.UTF8.GetBytes(Golden($"commenter.{kind}.v1"))), strict: true);

    [Fact]
    public void A_golden_snapshot_is_read_as_the_commenter_it_was()
    {
        var commenter = new[] { "profileTold", "personIgnored", "noticesTaken", "inboxRead" }.Aggregate(Commenter.Unknown, (state, kind) => Aggregate.Apply(state, ByKind[kind]));
        var read = Aggregate.FromSnapshot(Convert.FromBase64String(Golden("commenter.snapshot.v1")))!;

        Assert.Equal(Aggregate.ToSnapshot(commenter).ToArray(), Aggregate.ToSnapshot(read).ToArray());
    }

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".golden"));
}
