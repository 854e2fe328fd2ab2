using System.Text.Json;
using Realtime.Discussion.Reading;
using Realtime.Discussion.Threads;
using Realtime.Grains.Aggregates;
using Realtime.Grains.Replicas;
using Realtime.Testing.Journals;
using Xunit;

namespace Realtime.Grains.Tests.Simulation;

/// <summary>
/// Commenters, hosts, readers and a bad network for one thread, all from one seed. At the end the network is good again, everything comes to rest,
/// and the journal is held against what everybody was told.
/// </summary>
internal sealed class ThreadSimulation
{
    private readonly InMemoryJournal _store = new();
    private readonly SimulatedTurns _turns = new();
    private readonly SimulatedWire _wire;
    private readonly SimulatedSilos _silos;
    private readonly List<SimulatedHost> _hosts;
    private readonly List<SimulatedCommenter> _commenters;
    private readonly List<SimulatedModerator> _moderators;
    private readonly List<SimulatedReader> _readers = [];

    public ThreadSimulation(int seed)
    {
        _wire = new SimulatedWire(new Random(seed), _turns.Time);
        _silos = new SimulatedSilos(_store, _wire);
        _hosts = [.. new[] { "north", "south", "west" }.Select(name => new SimulatedHost(name, _silos, _wire))];
        _commenters = [.. new[] { "ann", "ben", "cy", "dee" }.Select(name => new SimulatedCommenter(name, _hosts, _wire))];
        _moderators = [.. new[] { "mo", "may" }.Select(name => new SimulatedModerator(name, _hosts, _wire))];
    }

    /// <summary>Whether entries that were acknowledged get lost from the store, as after a power failure.</summary>
    public bool LosesEntries { get; init; }

    /// <summary>Whether some comments wait for moderators, who decide about them and others, each knowing what the other did or being told.</summary>
    public bool IsModerated { get; init; }

    public int StepsPerCommenter { get; init; } = 300;

    public long TurnsTaken => _turns.TurnsTaken;

    public int Activations => _silos.Activations;

    public int Resets => _readers.Sum(reader => reader.Resets);

    public void Run() => _turns.Run(RunAsync, TimeSpan.FromHours(2));

    private async Task RunAsync()
    {
        foreach (var host in _hosts) await host.OpenAsync(_store);
        for (var i = 0; i < 6; i++) _readers.Add(new SimulatedReader(_hosts, _wire, mayMiss: LosesEntries || IsModerated));
        var reading = Task.WhenAll(_readers.Select(reader => reader.ReadAsync()));
        foreach (var commenter in _commenters) commenter.IsDoubtful = IsModerated;
        var moderating = IsModerated ? _moderators.Select(moderator => moderator.ModerateAsync(StepsPerCommenter)) : [];
        var commenting = Task.WhenAll([.. _commenters.Select(commenter => commenter.CommentAsync(StepsPerCommenter)), .. moderating]);
        while (!commenting.IsCompleted) await DisturbAsync();
        await commenting;
        _wire.IsBad = false;
        await ComeToRestAsync();
        _readers.ForEach(reader => reader.IsLeaving = true);
        await reading;
        foreach (var host in _hosts) await host.CloseAsync();
        Check(await ThreadReplica.Kind.LoadAsync(_store, Say.Bridge.Journal, CancellationToken.None));
    }

    private async Task DisturbAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(_wire.Random.Next(100, 8000)), _turns.Time);
        if (_wire.Random.Next(2) == 0) _silos.Crash();
        else _silos.Duplicate();
        if (LosesEntries && _wire.Random.Next(4) == 0) await LoseEntriesAsync();
    }

    private async Task LoseEntriesAsync()
    {
        var head = (await _store.ReadAsync(Say.Bridge.Journal, 0, int.MaxValue, CancellationToken.None)).Through;
        if (head > 10) _store.CutTail(Say.Bridge.Journal, (int)head - _wire.Random.Next(1, 8));
    }

    /// <summary>More than a renewal of every watch.</summary>
    private async Task ComeToRestAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(90), _turns.Time);
        var head = (await ThreadReplica.Kind.LoadAsync(_store, Say.Bridge.Journal, CancellationToken.None)).State.Sequence;
        for (var left = 300; left > 0 && _readers.Any(reader => reader.Position.Sequence != head); left--)
            await Task.Delay(TimeSpan.FromSeconds(1), _turns.Time);
    }

    private void Check(Loaded<ArticleThread> truth)
    {
        var words = WordsInJournal();
        var expected = Enumerable.Range(1, truth.State.LastNumber).Select(number => truth.State.Find(number)!)
            .Select(comment => CommentViews.For(truth.State, comment, words(comment), Viewer.Anybody)).OfType<CommentView>().ToList();
        foreach (var host in _hosts) Assert.Equal(new ThreadPosition(truth.Epoch, truth.State.Sequence), host.Replica.Position);
        foreach (var reader in _readers) Assert.Equal(Json(expected), Json(reader.Comments));
        if (LosesEntries) return;
        Assert.Equal(0, Resets);
        foreach (var (clientId, number) in _commenters.SelectMany(commenter => commenter.Acknowledged))
            Assert.Equal(clientId, truth.State.Find(number)?.ClientCommentId);
        Assert.Equal(truth.State.LastNumber, Enumerable.Range(1, truth.State.LastNumber).Select(number => truth.State.Find(number)!.ClientCommentId).Distinct().Count());
    }

    private Func<Discussion.Comments.Comment, CommentWords?> WordsInJournal()
    {
        var entries = _store.ReadAsync(Say.Bridge.Journal, 0, int.MaxValue, CancellationToken.None).GetAwaiter().GetResult().Entries;
        var events = entries.Select(entry => ThreadEventCodec.Decode(entry.Span)).ToList();
        return comment => new CommentWords(
            comment.Revision,
            ((Discussion.Comments.IGivesWords)events[(int)comment.BodyAt - 1]).Body,
            ((Discussion.Comments.IGivesWords)events[(int)comment.PostedAt - 1]).Quote);
    }

    private static string Json(IEnumerable<CommentView> comments) => string.Join('\n', comments.Select(comment => JsonSerializer.Serialize(comment)));
}
