using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Realtime.Discussion.Sites;
using Xunit;

namespace Realtime.Discussion.Tests.Sites;

/// <summary>The bytes of every kind of event of a site and of its snapshot. A file is never changed once it was released.</summary>
public class SiteGoldenTests
{
    public static TheoryData<string> Kinds =>
        [.. typeof(SiteEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_written_as_in_its_golden_file(string kind) =>
        Assert.Equal(Golden($"{kind}.v1"), Encoding.UTF8.GetString(SiteEventCodec.Encode(EverySiteEvent.ByKind[kind]).Span));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_golden_file_is_read_as_the_event_it_was(string kind) =>
        Assert.Equivalent(EverySiteEvent.ByKind[kind], SiteEventCodec.Decode(Encoding.UTF8.GetBytes(Golden($"{kind}.v1"))), strict: true);

    [Fact]
    public void Every_kind_of_event_is_known_to_the_journal()
    {
        var journalled = typeof(SiteEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
        var all = typeof(SiteEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SiteEvent)));

        Assert.Equal([typeof(NotUnderstood)], all.Except(journalled));
    }

    [Fact]
    public void A_snapshot_is_written_as_in_its_golden_file() =>
        Assert.Equal(Golden("snapshot.v1"), Convert.ToBase64String(SiteSnapshotCodec.Encode(EverySiteEvent.Site().State).Span));

    [Fact]
    public void A_golden_snapshot_is_read_as_the_site_it_was()
    {
        var read = SiteSnapshotCodec.Decode(Convert.FromBase64String(Golden("snapshot.v1")))!;

        Assert.Equal(SiteSnapshotCodec.Encode(EverySiteEvent.Site().State).ToArray(), SiteSnapshotCodec.Encode(read).ToArray());
    }

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", $"site.{name}.golden"));
}
