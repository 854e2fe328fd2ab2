using Realtime.Faults.Histories;

namespace Realtime.Faults.Checks;

/// <summary>Takes in what one reader was sent, as a page would, and notes where it does not fit together.</summary>
internal sealed class ReaderReplay
{
    /// <summary>A thread that does not exist yet is at no epoch; its first is nobody's loss.</summary>
    private static readonly Place Beginning = new(0, 0);
    private readonly List<Violation> _violations = [];
    private readonly Dictionary<int, SeenComment> _comments = [];
    private readonly HashSet<int> _posted = [];
    private readonly string _who;
    private int _lastPosted;

    private ReaderReplay(string reader, string article) => (Reader, Article, _who) = (reader, article, $"{reader} of {article}");

    public string Reader { get; }

    public string Article { get; }

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>What the reader's page shows at the end.</summary>
    public IReadOnlyDictionary<int, SeenComment> Comments => _comments;

    /// <summary>Where it is at the end; null between a reset and the next page.</summary>
    public Place? Place { get; private set; }

    /// <summary>When it got there.</summary>
    public double ReachedAt { get; private set; }

    public int Resets { get; private set; }

    public bool HasLeft { get; private set; }

    public static IEnumerable<ReaderReplay> All(History history) =>
        history.Sightings.GroupBy(sighting => (sighting.Reader, sighting.Article)).Select(sightings => Of(sightings.Key.Reader, sightings.Key.Article, sightings));

    public static ReaderReplay Of(string reader, string article, IEnumerable<Sighting> sightings)
    {
        var replay = new ReaderReplay(reader, article);
        foreach (var sighting in sightings) replay.Take(sighting);
        return replay;
    }

    private void Take(Sighting sighting)
    {
        switch (sighting.Kind)
        {
            case SightingKind.Page: Show(sighting); break;
            case SightingKind.Resumed or SightingKind.Changes: Follow(sighting); break;
            case SightingKind.Reset: Forget(); break;
            case SightingKind.Left: HasLeft = true; break;
            default: break;
        }
    }

    private void Forget()
    {
        Resets++;
        Place = null;
        _lastPosted = 0;
        _posted.Clear();
        _comments.Clear();
    }

    private void Show(Sighting page)
    {
        if (Place is { } before) Note(ViolationKind.Unannounced, $"got a page at {page.Position} while at {before}, without being told to reset");
        _comments.Clear();
        foreach (var comment in page.Comments ?? []) _comments[comment.Number] = comment;
        Reach(page);
    }

    private void Follow(Sighting frame)
    {
        var place = Histories.Place.Parse(frame.Position!);
        if (Place is not { } at) Note(ViolationKind.Unannounced, $"got changes up to {place} before any page");
        else if (place.Epoch != at.Epoch && at != Beginning) Note(ViolationKind.Unannounced, $"went from {at} to {place}, another epoch, without being told to reset");
        else if (frame.From > at.Sequence) Note(ViolationKind.Lost, $"went from {at.Sequence} to changes behind {frame.From}: a gap", frame.From.Value - at.Sequence);
        else if (frame.From < at.Sequence) Note(ViolationKind.Repeated, $"got changes behind {frame.From} again, being at {at.Sequence}", at.Sequence - frame.From.Value);
        if (frame.To != place.Sequence) Note(ViolationKind.Regressed, $"got changes up to {frame.To} with the position {place}");
        foreach (var comment in frame.Comments ?? []) Take(comment);
        Reach(frame);
    }

    private void Take(SeenComment comment)
    {
        if (comment.Change == "posted")
        {
            if (!_posted.Add(comment.Number)) Note(ViolationKind.Repeated, $"was sent #{comment.Number} twice");
            else if (comment.Number < _lastPosted) Note(ViolationKind.Reordered, $"was sent #{comment.Number} after #{_lastPosted}");
            _lastPosted = Math.Max(_lastPosted, comment.Number);
        }

        // A page may be newer than its position: older news must not turn it back.
        if (!_comments.TryGetValue(comment.Number, out var known) || comment.Revision >= known.Revision) _comments[comment.Number] = comment;
    }

    private void Reach(Sighting sighting) => (Place, ReachedAt) = (Histories.Place.Parse(sighting.Position!), sighting.At);

    private void Note(ViolationKind kind, string message, long count = 1) => _violations.Add(new Violation("C4", kind, $"{_who} {message}", count));
}
