using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Queue;
using Realtime.Discussion.Screening;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Queue;

/// <summary>The bytes of every kind of event and of a snapshot, as some version of the program wrote them: journals hold such bytes.</summary>
public class QueueGoldenTests
{
    private static readonly QueueAggregate Aggregate = new(new QueueOptions());

    private static readonly Dictionary<string, QueueEvent> ByKind = new()
    {
        ["itemsTold"] = new ItemsTold
        {
            At = Desk.Noon,
            By = new UserId("realtime:projection"),
            Waiting = [QueueItem.Of(Desk.Facts(7), Desk.Pending(5) with
            {
                ReplyTo = 3,
                Reports = Desk.Reported(2, isUrgent: true),
                Findings = [Desk.Found(StepNames.Words) with { Rule = 1, Spans = [new TextSpan(3, 4)], Detail = "բառ" }],
                Tags = ["spam"],
            })!],
            Left = [new ItemLeft(new ArticleId("bridge"), 4, new ThreadPosition(1, 7), "approved", Desk.Mariam.AsAuthor, Desk.Noon), new ItemLeft(new ArticleId("bridge"), 3, new ThreadPosition(1, 6))],
        },
        ["itemClaimed"] = new ItemClaimed { At = Desk.Noon, By = Desk.Mariam.Id, Article = new ArticleId("bridge"), Number = 5, Name = "Mariam", Until = Desk.Noon.AddMinutes(2) },
        ["itemReleased"] = new ItemReleased { At = Desk.Noon, By = Desk.Mariam.Id, Article = new ArticleId("bridge"), Number = 5 },
    };

    public static TheoryData<string> Kinds => [.. typeof(QueueEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_written_as_in_its_golden_file(string kind) =>
        Assert.Equal(Golden($"queue.{kind}.v1"), Encoding.UTF8.GetString(Aggregate.Encode(ByKind[kind]).Span));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_golden_file_is_read_as_the_event_it_was(string kind) =>
        Assert.Equivalent(ByKind[kind], Aggregate.Decode(Encoding.UTF8.GetBytes(Golden($"queue.{kind}.v1"))), strict: true);

    [Fact]
    public void A_golden_snapshot_is_read_as_the_queue_it_was()
    {
        var queue = new[] { "itemsTold", "itemClaimed" }.Aggregate(ModerationQueue.Empty, (state, kind) => Aggregate.Apply(state, ByKind[kind]));
        var read = Aggregate.FromSnapshot(Convert.FromBase64String(Golden("queue.snapshot.v1")))!;

        Assert.Equal(Aggregate.ToSnapshot(queue).ToArray(), Aggregate.ToSnapshot(read).ToArray());
    }

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".golden"));
}
