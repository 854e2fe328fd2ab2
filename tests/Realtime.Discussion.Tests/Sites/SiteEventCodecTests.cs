using System.Text;
using CsCheck;
using Realtime.Discussion.Sites;
using Xunit;

namespace Realtime.Discussion.Tests.Sites;

public class SiteEventCodecTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"event":"siteSold","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X"}""")]
    [InlineData("""{"event":"secretRemoved","v":2,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X","id":"a"}""")]
    [InlineData("""{"event":"secretRemoved","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X"}""")]
    [InlineData("""{"event":"secretRemoved","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X","id":null}""")]
    [InlineData("""{"event":"rolesGiven","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X","user":"y","roles":8}""")]
    [InlineData("""{"event":"rolesGiven","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X","user":"y","roles":"king"}""")]
    public void An_entry_that_is_not_understood_changes_nothing(string entry)
    {
        var site = EverySiteEvent.Site().State;

        Assert.Same(site, site.Apply(Assert.IsType<NotUnderstood>(SiteEventCodec.Decode(Encoding.UTF8.GetBytes(entry)))));
    }

    [Fact]
    public void A_setting_that_an_earlier_program_did_not_know_has_its_usual_value()
    {
        var entry = """{"event":"settingsChanged","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","name":"X","settings":{"locked":true}}"""u8;

        Assert.Equal(new SiteSettings { Locked = true }, Assert.IsType<SettingsChanged>(SiteEventCodec.Decode(entry)).Settings);
    }

    [Fact]
    public void Any_bytes_are_decoded_without_an_exception() =>
        Gen.Byte.Array.Sample(bytes => SiteEventCodec.Decode(bytes) is not null && SiteSnapshotCodec.Decode(bytes) is null);

    [Fact]
    public void An_entry_with_any_byte_changed_is_decoded_and_applied_without_an_exception()
    {
        var (entries, site) = (EverySiteEvent.ByKind.Values.Select(@event => SiteEventCodec.Encode(@event).ToArray()).ToArray(), EverySiteEvent.Site().State);
        Gen.Select(Gen.OneOf(entries), Gen.Int[0, 2_000], Gen.Byte).Sample((entry, at, value) =>
        {
            var damaged = (byte[])entry.Clone();
            damaged[at % damaged.Length] = value;
            site.Apply(SiteEventCodec.Decode(damaged));
        });
    }
}
