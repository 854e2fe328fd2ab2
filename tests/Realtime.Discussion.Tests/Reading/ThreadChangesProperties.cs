using System.Text.Json;
using CsCheck;
using Realtime.Discussion.Comments;
using Realtime.Discussion.Pace;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Discussion.Tests.Threads;
using Xunit;

namespace Realtime.Discussion.Tests.Reading;

public class ThreadChangesProperties
{
    [Fact]
    public void A_page_and_the_changes_since_are_the_later_page() =>
        Gen.Select(Commands.Threads, Commands.Any.List[0, 60]).Sample((thread, more) =>
        {
            var reader = new ReaderModel(thread.Page());
            var seen = thread.Journal.Count;
            foreach (var command in more) thread.Give(command);
            reader.Take(ThreadProjection.Changes(thread.State, thread.Events(seen), thread.WordsOf));
            Assert.Equal(Text(thread.Page()), Text(reader.Comments));
        });

    [Fact]
    public void So_they_are_when_each_change_comes_alone_and_live() => Gen.Select(Commands.Threads, Commands.Any.List[0, 60]).Sample((thread, more) =>
    {
        var reader = new ReaderModel([]);
        reader.Take(ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf));
        foreach (var command in more)
        {
            if (thread.Give(command) is { IsAccepted: true, Event: var happened })
                reader.Take(ThreadProjection.Changes(thread.State, [(ThreadEvent)happened], thread.WordsOf));
        }

        Same(thread, reader);
    });

    [Fact]
    public void So_they_are_when_the_reader_catches_up_in_parts_of_any_length() =>
        Gen.Select(Commands.Threads, Gen.Int[1, 9].List[1, 10]).Sample((thread, parts) =>
        {
            var (reader, events) = (new ReaderModel([]), thread.Events());
            for (int at = 0, turn = 0; at < events.Count; turn++)
            {
                var part = events.Skip(at).Take(parts[turn % parts.Count]).ToList();
                reader.Take(ThreadProjection.Changes(thread.State, part, thread.WordsOf));
                at += part.Count;
            }

            Same(thread, reader);
        });

    [Fact]
    public void Changes_taken_twice_do_no_harm() => Commands.Threads.Sample(thread =>
    {
        var reader = new ReaderModel([]);
        var changes = ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf);
        reader.Take(changes);
        reader.Take(changes);
        Same(thread, reader);
    });

    [Fact]
    public void Words_taken_back_are_in_no_view_and_in_no_change() => Commands.Threads.Sample(thread =>
    {
        var told = Text(thread.Page()) + Json(ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf));
        foreach (var @event in thread.Events())
        {
            var (number, body) = @event is IGivesWords given ? (given.Number, given.Body) : (0, null);
            if (number == 0 || thread.State.Find(number) is { IsPublished: true }) continue;
            Assert.DoesNotContain($">{body!.Text}<", told, StringComparison.Ordinal);
            Assert.DoesNotContain(Commands.Passage(number), told, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Nobody_but_its_author_and_moderators_learns_of_a_comment_that_readers_never_saw() => Commands.Threads.Sample(thread =>
    {
        var hidden = Enumerable.Range(1, thread.State.LastNumber).Where(number => !thread.State.Find(number)!.HasBeenPublic).ToHashSet();
        var changes = ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf);
        Assert.DoesNotContain(thread.Page(), view => hidden.Contains(view.Number));
        foreach (var change in changes)
        {
            Assert.DoesNotContain(change.Comment?.Number ?? change.Number ?? 0, hidden);
            Assert.DoesNotContain(change.Parent?.Number ?? 0, hidden);
            Assert.Empty((change.QuotedBy ?? []).Intersect(hidden));
        }

        foreach (var number in hidden)
        {
            var other = People.Commenter("somebody");
            Assert.Null(thread.ViewFor(number, Viewer.Of(other)));
            Refusals.Expect(RefusalCode.CommentUnknown, thread.Edit(other, number, 1));
            Refusals.Expect(RefusalCode.CommentUnknown, thread.Remove(other, number));
        }
    });

    [Fact]
    public void What_only_moderators_are_shown_is_in_no_view_of_anybody_else() => Commands.Threads.Sample(thread =>
    {
        foreach (var view in Enumerable.Range(1, thread.State.LastNumber).Select(number => thread.ViewFor(number, Viewer.Of(People.Ani))).OfType<CommentView>())
        {
            Assert.Null(view.Findings);
            Assert.Null(view.Decided);
            Assert.NotEqual("withheld", view.Status);
            if (view.Author?.Id != "ani") Assert.Null(view.Reason ?? view.Note);
        }
    });

    /// <summary>Which comment of the addressee is the last that stands is looked up when a view is made, and not told again.</summary>
    private static string Text(IReadOnlyCollection<CommentView> views) => Json(views.Select(view => view with { Addressee = null }));

    private static string Json<T>(IEnumerable<T> told) => JsonSerializer.Serialize(told, Unescaped);

    private static void Same(LiveThread thread, ReaderModel reader)
    {
        Assert.Equal(Text(thread.Page()), Text(reader.Comments));
        Assert.Equal(thread.State.IsClosed, reader.Closed);
        Assert.Equal(thread.State.Pinned, reader.Pinned);
        var mode = ThreadMode.Effective(thread.State);
        Assert.Equal((mode.Review, mode.SlowModeSeconds), reader.Mode);
        Assert.Equal(thread.State.Guard?.Until.UtcDateTime, reader.GuardedUntil);
    }

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
