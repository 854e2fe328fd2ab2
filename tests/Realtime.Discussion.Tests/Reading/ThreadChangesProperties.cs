using System.Text.Json;
using CsCheck;
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
            var reader = new ReaderModel(Page(thread));
            var seen = thread.Journal.Count;
            foreach (var command in more) thread.Give(command);
            reader.Take(ThreadProjection.Changes(thread.State, thread.Events(seen), thread.WordsOf));
            return Text(reader.Comments) == Text(Page(thread));
        });

    [Fact]
    public void So_they_are_when_each_change_comes_alone_and_live() => Commands.Any.List[0, 120].Sample(commands =>
    {
        var (thread, reader) = (new LiveThread(), new ReaderModel([]));
        foreach (var command in commands)
        {
            if (thread.Give(command) is { IsAccepted: true, Event: var happened })
                reader.Take(ThreadProjection.Changes(thread.State, [(ThreadEvent)happened], thread.WordsOf));
        }

        return Text(reader.Comments) == Text(Page(thread)) && reader.Closed == thread.State.IsClosed;
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

            return Text(reader.Comments) == Text(Page(thread));
        });

    [Fact]
    public void Changes_taken_twice_do_no_harm() => Commands.Threads.Sample(thread =>
    {
        var reader = new ReaderModel([]);
        var changes = ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf);
        reader.Take(changes);
        reader.Take(changes);
        return Text(reader.Comments) == Text(Page(thread));
    });

    [Fact]
    public void Words_taken_back_are_in_no_view_and_in_no_change() => Commands.Threads.Sample(thread =>
    {
        var told = Text(Page(thread)) + Text(ThreadProjection.Changes(thread.State, thread.Events(), thread.WordsOf));
        foreach (var @event in thread.Events())
        {
            var (number, body) = @event switch
            {
                Discussion.Comments.CommentPosted posted => (posted.Number, posted.Body),
                Discussion.Comments.CommentEdited edited => (edited.Number, edited.Body),
                _ => (0, null),
            };
            if (number > 0 && !thread.State.Find(number)!.IsPublished) Assert.DoesNotContain($">{body!.Text}<", told, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void The_words_asked_for_are_only_those_announced() => Commands.Threads.Sample(thread =>
    {
        var announced = ThreadProjection.Shown(thread.State, thread.Events()).Select(comment => comment.Number).ToHashSet();
        ThreadProjection.Changes(thread.State, thread.Events(), comment =>
        {
            if (comment.IsPublished) Assert.Contains(comment.Number, announced);
            return thread.WordsOf(comment);
        });
    });

    private static List<CommentView> Page(LiveThread thread) =>
        [.. Enumerable.Range(1, thread.State.LastNumber).Select(thread.View)];

    private static string Text<T>(IReadOnlyCollection<T> views) => JsonSerializer.Serialize(views, Unescaped);

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
