using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;
using Realtime.Testing.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Versions;

/// <summary>A later program wrote in the journal, then the upgrade was taken back: the thread opens, and what it does not understand keeps its place.</summary>
public class LaterEventTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;
    private readonly InMemoryJournal _journal = new();

    [Theory]
    [InlineData("""{"v":1,"event":"commentPinned","at":"2027-01-01T00:00:00+00:00","by":"mo","number":1}""")]
    [InlineData("""{"v":2,"event":"commentPosted","at":"2027-01-01T00:00:00+00:00","by":"mo","thread":{"of":"another shape"}}""")]
    public Task A_thread_with_an_event_of_a_later_program_is_opened_and_goes_on(string later) => new Turns().RunAsync(async () =>
    {
        await WriteAsync(Posted(1), Encoding.UTF8.GetBytes(later), Posted(2));
        var thread = Say.Serve(_journal, new WriterOptions(), TimeProvider.System, NullLogger.Instance);
        await thread.OpenAsync(CancellationToken.None);

        var outcome = await thread.ExecuteAsync(Say.Post("ben", "c3", replyTo: 2));

        Assert.Equal((null, 3, 4), (outcome.Refusal, outcome.Number, outcome.Position.Sequence));
    });

    [Fact]
    public async Task Readers_get_what_came_after_it()
    {
        await WriteAsync(Posted(1), Encoding.UTF8.GetBytes("""{"v":1,"event":"commentPinned","number":1}"""), Posted(2));
        var loaded = await ThreadReplica.Kind.LoadAsync(_journal, Say.Bridge.Journal, CancellationToken.None);
        var replica = new ThreadReplica(Say.Bridge, loaded, _journal, new ReplicaOptions(), TimeProvider.System, NullLogger.Instance);

        var changes = await replica.ChangesAsync(new ThreadPosition(loaded.Epoch, 1), 10, TestContext.Current.CancellationToken);

        Assert.Equal((1, 3), (changes!.From, changes.To));
        Assert.Equal(2, Assert.Single(changes.Changes).Comment!.Number);
    }

    private static ReadOnlyMemory<byte> Posted(int number) => ThreadEventCodec.Encode(new Discussion.Comments.CommentPosted
        { At = At, By = new("ann"), Name = "Ann", Number = number, ClientCommentId = $"c{number}", Body = Say.Body("words") });

    private async Task WriteAsync(params ReadOnlyMemory<byte>[] entries)
    {
        var (writer, head) = await _journal.OpenAsync(Say.Bridge.Journal, CancellationToken.None);
        await _journal.AppendAsync(writer, head, entries, CancellationToken.None);
    }
}
