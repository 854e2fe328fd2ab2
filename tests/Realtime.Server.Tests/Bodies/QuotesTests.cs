using Microsoft.Extensions.Options;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Projections;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Feeds;
using Realtime.Grains.Replicas;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;
using Xunit;

namespace Realtime.Server.Tests.Bodies;

public class QuotesTests
{
    private const string Source = "He said: “the *bridge* opens – at last…”\n\n> an older\n> remark\n\n- one & two\n- three < four";

    private readonly Quotes _quotes = new(Options.Create(new DiscussionRules()));

    [Theory]
    [InlineData("the bridge opens")]
    [InlineData("  the   bridge\nopens ")]
    [InlineData("\"the bridge opens - at last...\"")]
    [InlineData("“the bridge opens – at last…”")]
    [InlineData("the\u00a0bri\u00addge\u200b opens")]
    [InlineData("an older remark")]
    [InlineData("one & two three < four")]
    [InlineData("at last…” an older")]
    public async Task A_passage_that_readers_see_is_found(string passage) => Assert.Null((await ReadAsync(passage)).Refusal);

    [Theory]
    [InlineData("the bridge closes")]
    [InlineData("The bridge opens")]
    [InlineData("the *bridge* opens")]
    [InlineData("<p")]
    [InlineData("dir=auto")]
    [InlineData("&amp;")]
    public async Task A_passage_that_readers_do_not_see_is_not(string passage) =>
        Assert.Equal(RefusalCode.QuoteNotInSource, (await ReadAsync(passage)).Refusal?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200b")]
    [InlineData("a\0b")]
    public async Task A_passage_that_is_no_text_is_malformed(string? passage) =>
        Assert.Equal(RefusalCode.RequestMalformed, (await ReadAsync(passage)).Refusal?.Code);

    [Fact]
    public async Task A_passage_that_is_too_long_is_malformed() =>
        Assert.Equal(RefusalCode.RequestMalformed, (await ReadAsync(new string('x', 2_001))).Refusal?.Code);

    [Fact]
    public async Task The_passage_is_kept_on_one_line_without_what_turns_text_around() =>
        Assert.Equal(new Quote(1, 2, "the bridge opens"), (await ReadAsync("the \u202ebridge\n\topens")).Value);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    public async Task A_comment_or_revision_that_does_not_exist_is_unknown(int number, int revision) =>
        Assert.Equal(RefusalCode.QuoteUnknown, (await ReadAsync("the bridge", number, revision)).Refusal?.Code);

    [Fact]
    public async Task Words_that_cannot_be_read_are_unknown() =>
        Assert.Equal(RefusalCode.QuoteUnknown, (await ReadAsync("the bridge", revision: 1)).Refusal?.Code);

    [Theory]
    [InlineData(CommentStatus.Removed)]
    [InlineData(CommentStatus.Unreadable)]
    public async Task A_comment_that_is_gone_cannot_be_quoted(CommentStatus status) =>
        Assert.Equal(RefusalCode.QuoteRemoved, (await ReadAsync("the bridge", status: status)).Refusal?.Code);

    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Withheld)]
    public async Task A_comment_that_waits_can_be_quoted_by_its_author_and_by_nobody_else(CommentStatus status)
    {
        Assert.Equal("the bridge", (await ReadAsync("the bridge", status: status, by: "ani")).Value?.Text);
        Assert.Equal(RefusalCode.QuoteRemoved, (await ReadAsync("the bridge", status: status)).Refusal?.Code);
    }

    private ValueTask<Answer<Quote>> ReadAsync(string? passage, int number = 1, int revision = 2, CommentStatus status = CommentStatus.Published, string by = "garo") =>
        _quotes.ReadAsync(new OneComment(status), new UserId(by), new Quote(number, revision, passage!), TestContext.Current.CancellationToken);

    /// <summary>A replica with comment 1 in its second revision; the first cannot be read.</summary>
    private sealed class OneComment(CommentStatus status) : IThreadReplica
    {
        public ValueTask<ArticleFacts?> FactAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<ReportInFull>> ReportsAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

        public ThreadKey Key => throw new NotSupportedException();

        public ThreadPosition Position => throw new NotSupportedException();

        public bool Exists => true;

        public int CommentCount => 1;

        public CommentFacts? Facts(int number) => number == 1 ? new CommentFacts(new UserId("ani"), status, 2) : null;

        public ValueTask<CommentWords?> WordsAsync(int number, int revision, CancellationToken cancellation) =>
            ValueTask.FromResult(revision == 2 ? new CommentWords(2, Written.Body(Source), null) : null);

        public ValueTask<ThreadPage> PageAsync(ThreadSort sort, PageCursor? cursor, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<CommentView>> AnsweredAsync(IReadOnlyCollection<int> numbers, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<ThreadPage> UnderAsync(int number, PageCursor? cursor, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<CommentInContext?> CommentAsync(int number, Viewer viewer, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<OwnView> OwnAsync(UserId person, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<ThreadChanges?> ChangesAsync(ThreadPosition since, int maxEvents, CancellationToken cancellation) => throw new NotSupportedException();

        public IDisposable Follow(Action advanced, Action? attended) => throw new NotSupportedException();

        public void Attend(Attendance here) => throw new NotSupportedException();

        public Attendance Elsewhere => throw new NotSupportedException();

        public ValueTask<bool> ReachAsync(ThreadPosition position, TimeSpan patience, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<bool> RefreshAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public IThreadPeople People => throw new NotSupportedException();
    }
}
