using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Realtime.Discussion.Audit;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Privacy;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Tests.Reading;
using Realtime.Discussion.Tests.Threads;
using Realtime.Discussion.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Audit;

public class PastThreadProperties
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<IReadOnlyList<ThreadCommand>> WithoutErasures =
        Commands.Any.List[0, 60].Select(IReadOnlyList<ThreadCommand> (commands) => [.. commands.Where(command => command is not ErasePerson)]);

    [Fact]
    public void What_is_shown_of_a_position_is_what_a_reader_had_on_screen_there() => Gen.Select(Commands.Threads, WithoutErasures).Sample((thread, later) =>
    {
        var reader = new ReaderModel([]);
        reader.Take(ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf));
        var (sequence, closed) = (thread.State.Sequence, thread.State.IsClosed);
        foreach (var command in later) thread.Give(command);

        var past = Page(thread.Events(), PastMoment.After(sequence));

        Assert.Equal(Text(reader.Comments), Text(past.Comments));
        Assert.Equal(reader.Pinned, past.Pinned);
        Assert.Equal((closed, new ThreadPosition(1, sequence).ToString()), (past.Closed, past.Position));
    });

    [Fact]
    public void A_time_shows_all_that_had_happened_by_then() => Gen.Select(Commands.Threads, WithoutErasures).Sample((thread, later) =>
    {
        var shown = thread.Page();
        var moment = thread.Now - TimeSpan.FromSeconds(1);
        foreach (var command in later) thread.Give(command);

        Assert.Equal(Text(shown), Text(Page(thread.Events(), PastMoment.At(moment)).Comments));
    });

    [Fact]
    public void Pages_of_the_past_hang_together() => Gen.Select(Commands.Threads, Gen.OneOf(Enum.GetValues<ThreadSort>()), Gen.Int[1, 9]).Sample((thread, sort, limit) =>
    {
        var past = Past(thread.Events(), PastMoment.After(thread.State.Sequence));
        var (numbers, cursor) = (new List<int>(), (PageCursor?)null);
        do
        {
            var page = past.Page(sort, cursor, limit);
            (numbers, cursor) = ([.. numbers, .. page.Numbers], page.Next);
        }
        while (cursor is not null);

        Assert.Equal(new ThreadOrders(thread.State).Page(sort, null, 1000).Numbers, numbers);
    });

    /// <summary>Before the journal is rewritten, half way, and after.</summary>
    [Fact]
    public void Who_has_been_erased_since_is_in_no_page_of_the_past() => Gen.Select(Commands.Threads, Gen.Int[0, 120], Gen.Int[0, 120]).Sample((thread, at, rewritten) =>
    {
        thread.Give(new ErasePerson { Actor = People.Moderator, User = People.Ani.Id });
        if (thread.Events() is not [.., PersonErased erasure]) return;
        var events = Rewritten(thread.Events(), erasure, rewritten);

        var shown = Text(Page(events, PastMoment.After(at)).Comments);

        Assert.DoesNotContain($"\"{People.Ani.Name}\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{People.Ani.Id}\"", shown, StringComparison.Ordinal);
    });

    private static List<ThreadEvent> Rewritten(List<ThreadEvent> events, PersonErased erasure, int count)
    {
        var authors = new Dictionary<int, UserId>();
        foreach (var (number, author) in events.Select(Redaction.AuthorIn).OfType<(int, UserId)>()) authors.TryAdd(number, author);
        return [.. events.Select((@event, i) => i < count ? Redaction.Of(@event, erasure, number => authors.TryGetValue(number, out var by) ? by : null) ?? @event : @event)];
    }

    private static PastThread Past(List<ThreadEvent> events, PastMoment moment)
    {
        var past = new PastThread(moment);
        foreach (var @event in events) past.Take(@event);
        return past;
    }

    private static ThreadPage Page(List<ThreadEvent> events, PastMoment moment)
    {
        var past = Past(events, moment);
        var (numbers, next, _) = past.Page(ThreadSort.Oldest, null, 1000);
        return past.Render(1, (numbers, next), sequence => events[(int)sequence - 1]);
    }

    /// <summary>Which comment of the addressee is the last that stands is looked up when a view is made, and not told again.</summary>
    private static string Text(IReadOnlyCollection<CommentView> views) => JsonSerializer.Serialize(views.Select(view => view with { Addressee = null }), Unescaped);
}
