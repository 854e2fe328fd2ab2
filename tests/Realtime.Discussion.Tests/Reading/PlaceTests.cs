using CsCheck;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Reading;

/// <summary>Positions and cursors, as clients hand them back.</summary>
public class PlaceTests
{
    private static readonly Gen<ThreadSort> AnySort = Gen.OneOf(Enum.GetValues<ThreadSort>());

    [Fact]
    public void A_cursor_reads_what_it_wrote() => Gen.Select(AnySort, Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Sample((sort, score, number) =>
        PageCursor.TryParse(new PageCursor(sort, score, number).ToString(), sort, out var read) && read == new PageCursor(sort, score, number));

    [Fact]
    public void A_cursor_of_another_order_is_refused() => Assert.False(PageCursor.TryParse(new PageCursor(ThreadSort.Top, 1, 2).ToString(), ThreadSort.Newest, out _));

    [Fact]
    public void Any_text_is_tried_as_a_cursor_without_an_exception() => Gen.Select(Gen.String, AnySort).Sample((text, sort) => PageCursor.TryParse(text, sort, out var cursor) || cursor == default);

    [Theory]
    [InlineData("n-1-2")]
    [InlineData("n1--2")]
    [InlineData("n1-")]
    [InlineData("n-1")]
    [InlineData("n99999999999-1")]
    [InlineData("n1-1 ")]
    [InlineData("n１-１")]
    [InlineData(null)]
    public void These_are_no_cursors(string? text) => Assert.False(PageCursor.TryParse(text, ThreadSort.Newest, out _));

    [Fact]
    public void A_position_reads_what_it_wrote() => Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue]).Sample((epoch, sequence) =>
        ThreadPosition.TryParse(new ThreadPosition(epoch, sequence).ToString(), out var read) && read == new ThreadPosition(epoch, sequence));

    [Fact]
    public void Any_text_is_tried_as_a_position_without_an_exception() => Gen.String.Sample(text => ThreadPosition.TryParse(text, out var position) || position == default);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("1-2-3")]
    [InlineData("ffffffffffffffff-1")]
    [InlineData("1-ffffffffffffffff")]
    [InlineData("1ffffffffffffffff-1")]
    [InlineData("0x1-1")]
    [InlineData(" 1-1")]
    [InlineData(null)]
    public void These_are_no_positions(string? text) => Assert.False(ThreadPosition.TryParse(text, out _));
}
