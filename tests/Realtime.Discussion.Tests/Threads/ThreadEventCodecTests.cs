using System.Text;
using CsCheck;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Reactions;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Threads;

public class ThreadEventCodecTests
{
    [Theory]
    [InlineData("""{"event":"threadMerged","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x"}""")]
    [InlineData("""{"event":"commentRemoved","v":2,"at":"2026-03-01T09:00:00+00:00","by":"x","number":1}""")]
    [InlineData("""{"event":"commentRemoved","v":2}""")]
    public void An_entry_of_a_later_program_is_unknown(string entry) => Assert.IsType<Unknown>(Decode(entry));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("""{"event":"commentRemoved","v":1}""")]
    [InlineData("""{"event":"commentRemoved","v":0,"at":"2026-03-01T09:00:00+00:00","by":"x","number":1}""")]
    [InlineData("""{"event":"commentRemoved","v":1,"at":"2026-03-01T09:00:00+00:00","by":null,"number":1}""")]
    [InlineData("""{"event":"commentRemoved","v":1,"at":"yesterday","by":"x","number":1}""")]
    [InlineData("""{"event":"commentRemoved","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","number":99999999999}""")]
    [InlineData("""{"event":"commentRemoved","v":1,"at":"2026-03-01T09:00:00+00:00","by":"\ud800","number":1}""")]
    [InlineData("""{"event":"\ud800","v":1}""")]
    [InlineData("""{"event":"reactionChanged","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","number":1,"kind":null,"on":true}""")]
    [InlineData("""{"event":"commentEdited","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","number":1,"revision":2,"body":null}""")]
    [InlineData("""{"event":"commentEdited","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","number":1,"revision":2,"body":{"text":"t"}}""")]
    [InlineData("""{"event":"articleDescribed","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x","article":{"title":"t","tags":null}}""")]
    [InlineData("""{"event":"threadClosed","v":1,"at":"2026-03-01T09:00:00+00:00","by":"x"} and more""")]
    public void An_entry_that_is_no_event_is_unreadable(string entry) => Assert.IsType<Unreadable>(Decode(entry));

    [Fact]
    public void Any_bytes_are_decoded_without_an_exception() =>
        Gen.Byte.Array.Sample(bytes => ThreadEventCodec.Decode(bytes) is not null);

    [Fact]
    public void An_entry_with_any_byte_changed_is_decoded_and_applied_without_an_exception()
    {
        var entries = EveryEvent.ByKind.Values.Select(@event => ThreadEventCodec.Encode(@event).ToArray()).ToList();
        Gen.Select(Gen.OneOf([.. entries]), Gen.Int[0, 1_000], Gen.Byte).Sample((entry, at, value) =>
        {
            var damaged = (byte[])entry.Clone();
            damaged[at % damaged.Length] = value;
            EveryEvent.Thread().Apply(ThreadEventCodec.Decode(damaged));
        });
    }

    [Fact]
    public void Text_in_any_script_comes_back_as_it_was() => Gen.String.Sample(text =>
    {
        var whole = new string([.. text.Where(c => !char.IsSurrogate(c))]) + "😀";
        var posted = (CommentPosted)EveryEvent.ByKind["commentPosted"] with { Body = new CommentBody(whole, whole) };
        return ((CommentPosted)ThreadEventCodec.Decode(ThreadEventCodec.Encode(posted).Span)).Body == posted.Body;
    });

    [Fact]
    public void Letters_are_stored_as_they_are() =>
        Assert.Contains("Բարեւ", Encoding.UTF8.GetString(ThreadEventCodec.Encode(EveryEvent.ByKind["commentPosted"]).Span), StringComparison.Ordinal);

    [Fact]
    public void A_reaction_is_read_as_it_was_written() =>
        Assert.Equal(EveryEvent.ByKind["reactionChanged"], (ReactionChanged)Decode(Encoding.UTF8.GetString(ThreadEventCodec.Encode(EveryEvent.ByKind["reactionChanged"]).Span)));

    private static ThreadEvent Decode(string entry) => ThreadEventCodec.Decode(Encoding.UTF8.GetBytes(entry));
}
