using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;
using Xunit;

namespace Realtime.Server.Tests.Bodies;

public class SmallFormsTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0b8e4a52-1c5d-4c57-9e0e-8a3f3a1c2b4d")]
    [InlineData("!~{}/\\")]
    public void A_client_id_is_visible_ascii(string id) => Assert.True(ClientIds.IsValid(id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\0")]
    [InlineData("ա")]
    [InlineData("a\u202e")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public void Anything_else_is_no_client_id(string? id) => Assert.False(ClientIds.IsValid(id));

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \u200b ", null)]
    [InlineData("  <b>\r\nsecond line ", "<b>\nsecond line")]
    public void The_detail_of_a_report_is_plain_text(string? written, string? kept)
    {
        Assert.Null(ReportDetails.TryRead(written, out var detail));
        Assert.Equal(kept, detail);
    }

    [Fact]
    public void A_detail_that_is_broken_or_too_long_is_malformed()
    {
        Assert.Equal(RefusalCode.RequestMalformed, ReportDetails.TryRead("a\0", out _));
        Assert.Equal(RefusalCode.RequestMalformed, ReportDetails.TryRead(new string('x', 1_001), out _));
    }

    [Fact]
    public void Every_refusal_is_in_the_table() => Assert.All(Enum.GetValues<RefusalCode>(), code => Assert.NotEmpty(RefusalTable.Of(code).Code));

    [Fact]
    public void No_two_refusals_have_the_same_code()
    {
        var codes = Enum.GetValues<RefusalCode>().Select(code => RefusalTable.Of(code).Code).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
    }
}
