using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Threads;

/// <summary>
/// The bytes of every kind of event and of a snapshot, as some version of the program wrote them. A file is never changed once it was released: journals
/// hold such bytes. What changes gets a new file beside the old one.
/// </summary>
public class GoldenTests
{
    public static TheoryData<string> Kinds =>
        [.. typeof(ThreadEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!)];

    public static TheoryData<string> Added => [.. EveryEvent.Additions.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_written_as_in_its_golden_file(string kind) =>
        Assert.Equal(Golden($"{kind}.v1"), Encoding.UTF8.GetString(ThreadEventCodec.Encode(EveryEvent.ByKind[kind]).Span));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_golden_file_is_read_as_the_event_it_was(string kind) =>
        Assert.Equivalent(EveryEvent.ByKind[kind], ThreadEventCodec.Decode(Encoding.UTF8.GetBytes(Golden($"{kind}.v1"))), strict: true);

    [Theory]
    [MemberData(nameof(Added))]
    public void What_was_added_to_a_kind_is_written_and_read_as_in_its_golden_file(string name)
    {
        Assert.Equal(Golden(name), Encoding.UTF8.GetString(ThreadEventCodec.Encode(EveryEvent.Additions[name]).Span));
        Assert.Equivalent(EveryEvent.Additions[name], ThreadEventCodec.Decode(Encoding.UTF8.GetBytes(Golden(name))), strict: true);
    }

    [Fact]
    public void Every_kind_of_event_is_known_to_the_journal()
    {
        var journalled = typeof(ThreadEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
        var all = typeof(ThreadEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ThreadEvent)));

        Assert.Equal([typeof(Unknown), typeof(Unreadable)], all.Except(journalled).OrderBy(type => type.Name));
    }

    [Fact]
    public void An_event_without_its_optional_fields_is_read()
    {
        var posted = Assert.IsType<CommentPosted>(ThreadEventCodec.Decode(Encoding.UTF8.GetBytes(Golden("commentPosted.v1.first"))));

        Assert.Equal((1, null, null, "hello"), (posted.Number, posted.ReplyTo, posted.Quote, posted.Body.Text));
    }

    [Fact]
    public void A_field_that_a_later_program_added_is_passed_over()
    {
        var later = Golden("commentRemoved.v1").Replace("\"number\":7", "\"number\":7,\"mood\":{\"deep\":[1,2]}", StringComparison.Ordinal);

        Assert.Equal(7, Assert.IsType<CommentRemoved>(ThreadEventCodec.Decode(Encoding.UTF8.GetBytes(later))).Number);
    }

    [Fact]
    public void A_snapshot_is_written_as_in_its_golden_file() =>
        Assert.Equal(Golden("snapshot.v5"), Convert.ToBase64String(ThreadSnapshotCodec.Encode(EveryEvent.Thread()).Span));

    [Fact]
    public void A_golden_snapshot_is_read_as_the_thread_it_was()
    {
        var read = ThreadSnapshotCodec.Decode(Convert.FromBase64String(Golden("snapshot.v5")))!;

        Assert.Equal(ThreadSnapshotCodec.Encode(EveryEvent.Thread()).ToArray(), ThreadSnapshotCodec.Encode(read).ToArray());
    }

    [Theory]
    [InlineData("snapshot.v1")]
    [InlineData("snapshot.v2")]
    [InlineData("snapshot.v3")]
    [InlineData("snapshot.v4")]
    public void A_snapshot_of_an_earlier_version_is_passed_over(string earlier) =>
        Assert.Null(ThreadSnapshotCodec.Decode(Convert.FromBase64String(Golden(earlier))));

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".golden"));
}
