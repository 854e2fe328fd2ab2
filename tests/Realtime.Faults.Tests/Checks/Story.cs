using Realtime.Faults.Checks;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Tests.Checks;

/// <summary>Tells small histories of the thread <c>hot</c>: by default all goes well, and one sentence makes it go wrong.</summary>
internal sealed class Story
{
    private readonly List<PostRecord> _posts = [];
    private readonly List<Sighting> _sightings = [];
    private readonly List<SeenComment> _log = [];
    private readonly List<Gauge> _gauges = [];
    private double _now;

    public Expectations Expectations { get; init; } = new();

    public long Epoch { get; set; } = 1;

    /// <summary>Sequences that post nothing, such as reactions, counted into the head.</summary>
    public int OtherEvents { get; set; }

    public IReadOnlyList<string?>? Entries { get; set; }

    public IReadOnlyList<LogRange>? Ranges { get; set; }

    /// <summary>Two comments posted, acknowledged, logged, and seen by one reader live.</summary>
    public static Story OfTwoComments()
    {
        var story = new Story();
        story.Ok("op1x1", 1).Ok("op1x2", 2).Logged("op1x1").Logged("op1x2");
        return story.Page("ada", 0).Changes("ada", 0, 1, "op1x1").Changes("ada", 1, 2, "op1x2");
    }

    public Story Ok(string op, int number, long? sequence = null, long? epoch = null) => Post(op, Outcome.Ok, number, new Place(epoch ?? Epoch, sequence ?? number));

    public Story Fail(string op) => Post(op, Outcome.Fail, null, null);

    public Story Info(string op) => Post(op, Outcome.Info, null, null);

    public Story Logged(string? op, int? number = null, int revision = 1)
    {
        _log.Add(new SeenComment(number ?? _log.Count + 1, op, revision, op is null ? "removed" : "published"));
        return this;
    }

    public Story Page(string reader, long sequence, params string[] ops) => See(reader, SightingKind.Page, null, sequence, [.. ops.Select((op, index) => Seen(op, index + 1))]);

    /// <summary>A frame in which the comments up to <paramref name="to"/> are posted.</summary>
    public Story Changes(string reader, long from, long to, params string[] ops) =>
        See(reader, SightingKind.Changes, from, to, [.. ops.Select((op, index) => Seen(op, (int)from + index + 1, "posted"))]);

    public Story Resumed(string reader, long from, long to, params string[] ops) =>
        See(reader, SightingKind.Resumed, from, to, [.. ops.Select((op, index) => Seen(op, (int)from + index + 1, "posted"))]);

    public Story Posted(string reader, long from, long to, params (string Op, int Number)[] comments) =>
        See(reader, SightingKind.Changes, from, to, [.. comments.Select(comment => Seen(comment.Op, comment.Number, "posted"))]);

    public Story Edited(string reader, long from, long to, int number, string op, int revision) =>
        See(reader, SightingKind.Changes, from, to, [new SeenComment(number, op, revision, "published", "edited")]);

    public Story Reset(string reader) => See(reader, SightingKind.Reset, null, null, null);

    public Story Left(string reader) => See(reader, SightingKind.Left, null, null, null);

    public Story After(double milliseconds)
    {
        _now += milliseconds;
        return this;
    }

    public Story Gauged(string name, double value, double limit)
    {
        _gauges.Add(new Gauge(_now, name, value, limit));
        return this;
    }

    public History Told() => new()
    {
        Expectations = Expectations,
        Posts = _posts,
        Sightings = _sightings,
        Gauges = _gauges,
        Marks = [new Mark(100, MarkKind.Quiet, "the end")],
        Threads = [new FinalThread { Article = "hot", Position = Head.ToString(), Comments = _log, Ranges = Ranges ?? [new LogRange(0, Head.Sequence, [])], Entries = Entries }],
    };

    public IReadOnlyList<Violation> Check() => Checker.Check(Told());

    private Place Head => new(Epoch, _log.Count + OtherEvents);

    private static SeenComment Seen(string op, int number, string? change = null) => new(number, op, 1, "published", change);

    private Story Post(string op, Outcome outcome, int? number, Place? place)
    {
        _posts.Add(new PostRecord
        {
            Op = op, Writer = "ada", Article = "hot", Began = _now, Ended = _now + 1, Outcome = outcome, Number = number, Position = place?.ToString(), Status = number is null ? 409 : 201,
        });
        _now += 2;
        return this;
    }

    private Story See(string reader, SightingKind kind, long? from, long? to, IReadOnlyList<SeenComment>? comments)
    {
        var position = to is { } sequence ? new Place(Epoch, sequence).ToString() : null;
        _sightings.Add(new Sighting { Reader = reader, Article = "hot", Kind = kind, At = _now, From = from, To = from is null ? null : to, Position = position, Comments = comments });
        return this;
    }
}
