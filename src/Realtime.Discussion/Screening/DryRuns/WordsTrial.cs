using Realtime.Discussion.Comments;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Moderation;
using Realtime.Discussion.Screening.Folding;
using Realtime.Discussion.Screening.Words;
using Realtime.Discussion.Threads;

namespace Realtime.Discussion.Screening.DryRuns;

/// <summary>
/// What other word lists would make of comments that are there. Pure, and safe for any number of threads. Only the lists are tried: that a comment has links, or whose it is,
/// is as it was when it came.
/// </summary>
public sealed class WordsTrial
{
    private static readonly StepPolicy Off = new() { Step = StepNames.Words, Action = Verdict.Allow };

    private readonly WordList _words;
    private readonly StepPolicy _step;
    private readonly HouseRules _house;
    private readonly HashSet<(string Entry, WordListKind List)> _known;

    /// <summary>Costs up to a second with the longest lists.</summary>
    /// <param name="lists">Sound ones: see <see cref="WordLists.Mistakes()"/>.</param>
    /// <param name="house">The site's rules as they are: how strict the step about words is, and whether comments wait for other reasons too.</param>
    public WordsTrial(WordLists lists, HouseRules house)
    {
        (_words, _house) = (new WordList(lists), house);
        _step = house.Site.Screening.Steps.FirstOrDefault(step => step is { Step: StepNames.Words, On: true }) ?? Off;
        var known = house.Site.Screening.Words;
        _known = [.. known.Banned.Select(entry => (entry, WordListKind.Banned)), .. known.Suspect.Select(entry => (entry, WordListKind.Suspect))];
    }

    /// <summary>The rule that a rejection names.</summary>
    public int? Rule => _step.Rule;

    internal IReadOnlyList<WordMatch> Search(string text) => _words.Search(FoldedText.Of(text)).Matches;

    /// <summary>What would become of a comment that readers see, or that waits; null when it would stay as it is.</summary>
    internal ProposedDecision? Propose(ArticleThread thread, Comment comment, TriedWords tried, DateTimeOffset now)
    {
        var matches = tried.Matches;
        // A moderator who has decided about these words knew the lists: only what they did not know is new.
        if (comment.Judgement is { } judgement && judgement.Revision == comment.Revision) matches = [.. matches.Where(match => !_known.Contains((match.Entry, match.List)))];
        if (_house.Site.RolesOf(comment.Author.Id) != Roles.None) matches = [];
        var decision = (VerdictOf(matches), comment.Status) switch
        {
            (Verdict.Reject, _) => Decisions.Reject,
            (Verdict.Hold, CommentStatus.Published) => Decisions.Hold,
            (Verdict.Allow, CommentStatus.Pending) when WaitsForWordsOnly(thread, comment, tried.Findings, now) => Decisions.Approve,
            _ => null,
        };
        return decision is null ? null : new ProposedDecision(comment.Number, comment.Revision, comment.Judgement?.Count ?? 0, decision, matches);
    }

    private Verdict VerdictOf(IReadOnlyList<WordMatch> matches)
    {
        if (matches.Count == 0) return Verdict.Allow;
        var most = matches.Any(match => match.List == WordListKind.Banned) ? Verdict.Reject : Verdict.Hold;
        return _step.Action < most ? _step.Action : most;
    }

    /// <summary>Nothing else holds it: no other finding, no moderator, no report, no comment that it answers, and nothing about its author or the site.</summary>
    private bool WaitsForWordsOnly(ArticleThread thread, Comment comment, IReadOnlyList<Finding> findings, DateTimeOffset now)
    {
        var holding = findings.Where(finding => finding.Verdict >= Verdict.Hold).ToList();
        if (holding.Count == 0 || holding.Exists(finding => finding.Step != StepNames.Words)) return false;
        if (comment.Judgement is not null || comment.Reports.Count > 0) return false;
        if (thread.Find(comment.ReplyTo ?? 0) is { IsPublished: false } || thread.Find(comment.QuoteOf) is { IsPublished: false }) return false;
        return Admission.StatusOf(thread, new Actor(comment.Author.Id, comment.Author.Name, Roles.None), [], now, _house) == CommentStatus.Published;
    }
}

/// <summary>What was found in one revision's words: by the lists on trial, and by screening when they came.</summary>
internal readonly record struct TriedWords(IReadOnlyList<WordMatch> Matches, IReadOnlyList<Finding> Findings);

/// <summary>What the lists would decide about a comment.</summary>
/// <param name="Number">The comment.</param>
/// <param name="Revision">The revision that was tried.</param>
/// <param name="After">How many decisions about it there were then.</param>
/// <param name="Decision">One of <see cref="Decisions.Hold"/>, <see cref="Decisions.Reject"/> and <see cref="Decisions.Approve"/>.</param>
/// <param name="Matches">Why: empty when it is to be approved.</param>
public sealed record ProposedDecision(int Number, int Revision, int After, string Decision, IReadOnlyList<WordMatch> Matches);
