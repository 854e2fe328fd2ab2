using Realtime.Discussion.Screening.Folding;

namespace Realtime.Discussion.Screening.Attacks;

/// <summary>
/// Finds insults that have an addressee in the discussion: "you", somebody who takes part in it by name, or the one answered. A grammar of
/// adjacency rather than a classifier: an insult counts when nothing but glue stands between it and its addressee, so what is said of
/// third parties, of opinions and of oneself passes, and a moderator can see why something did not.
/// </summary>
internal sealed class Attack
{
    private const int MostAttacks = 64;

    private const int KindReaches = 6;

    /// <summary>Words of glue that are looked through: nobody says more, and the work per word stays bounded.</summary>
    private const int GlueReaches = 12;

    private readonly FoldedText _text;
    private readonly List<AttackWord> _sentence;
    private readonly ParticipantNames _names;
    private readonly bool _isReply;

    private Attack(FoldedText text, List<AttackWord> sentence, ParticipantNames names, bool isReply) =>
        (_text, _sentence, _names, _isReply) = (text, sentence, names, isReply);

    /// <summary>Where the attacks are, each from its addressee to its insult; empty when there is none.</summary>
    public static List<TextSpan> Find(FoldedText folded, ThreadFacts thread)
    {
        var names = new ParticipantNames(thread.Participants);
        List<TextSpan>? quotations = null;
        return
        [
            .. AttackWords.Sentences(folded)
                .SelectMany(sentence => new Attack(folded, sentence, names, thread.IsReply).Find())
                .Where(span => !(quotations ??= Quotations.In(folded.Source)).Exists(quotation => quotation.Covers(span)))
                .Distinct()
                .Take(MostAttacks),
        ];
    }

    private IEnumerable<TextSpan> Find()
    {
        for (var i = 0; i < _sentence.Count; i++)
        {
            var (first, last) = _sentence[i].Part switch
            {
                AttackPart.Insult => OfInsult(i),
                AttackPart.Command when BeginsClause(i) => (i, i),
                AttackPart.Phrase when !IsReported(i) => (i, i),
                AttackPart.YourKind => OfKind(i),
                _ => (-1, -1),
            };
            if (first < 0) continue;
            yield return SpanOf(first, last);
            i = Math.Max(i, last);
        }
    }

    private (int First, int Last) OfInsult(int insult)
    {
        var before = insult - 1;
        while (before >= 0 && insult - before <= GlueReaches && !_sentence[before + 1].IsBehindComma && Part(before) is AttackPart.Glue or AttackPart.Insult) before--;
        var last = insult;
        while (Part(last + 1) == AttackPart.Insult && last - insult < GlueReaches) last++;

        if (IsAddressed(before, last)) return (before, last);
        if (Part(last + 1) == AttackPart.YouBehind && !_sentence[last + 1].IsBehindComma && Part(before) != AttackPart.Negation) return (insult, last + 1);
        if (before >= 0) return (-1, -1);
        if (IsYouOrName(last + 1) && (_sentence[last + 1].IsBehindComma || last + 2 == _sentence.Count)) return (insult, last + 1);
        return _isReply && last + 1 == _sentence.Count ? (insult, last) : (-1, -1);
    }

    /// <summary>Whether the word that the insult hangs on is an addressee.</summary>
    private bool IsAddressed(int before, int last)
    {
        if (before < 0) return false;
        if (Part(before) == AttackPart.Admonish) return true;
        if (_sentence[before + 1].IsBehindComma) return _names.Include(_text, _sentence[before]) && EndsClause(last) && !IsReported(before);
        if (Part(before) == AttackPart.YouBehind) return Part(before - 1) == AttackPart.You;
        return IsYouOrName(before) && !IsReported(before);
    }

    private (int First, int Last) OfKind(int kind)
    {
        for (var i = kind + 1; i < Math.Min(_sentence.Count, kind + KindReaches + 1); i++)
        {
            if (Part(i) == AttackPart.Negation) break;
            if (Part(i) is AttackPart.Insult or AttackPart.Hostile) return (kind, i);
        }

        return (-1, -1);
    }

    /// <summary>An imperative begins a sentence or clause, or follows somebody's name; "they should …" and "told me to …" are none.</summary>
    private bool BeginsClause(int index)
    {
        for (var at = index; index - at <= GlueReaches; at--)
        {
            if (at == 0 || _sentence[at].IsBehindComma || IsYouOrName(at - 1)) return true;
            if (Part(at - 1) is not (AttackPart.Glue or AttackPart.Insult or AttackPart.Command)) return false;
        }

        return false;
    }

    private bool EndsClause(int last) =>
        last + 1 >= _sentence.Count || _sentence[last + 1].IsBehindComma || IsYouOrName(last + 1);

    /// <summary>Somebody else's opinion; one's own ("I think you are …") is no excuse.</summary>
    private bool IsReported(int index) => Part(index - 1) == AttackPart.Report && Part(index - 2) != AttackPart.Self;

    private bool IsYouOrName(int index) =>
        Part(index) == AttackPart.You || Part(index) == AttackPart.Plain && index >= 0 && index < _sentence.Count && _names.Include(_text, _sentence[index]);

    private AttackPart Part(int index) => index >= 0 && index < _sentence.Count ? _sentence[index].Part : AttackPart.Plain;

    private TextSpan SpanOf(int first, int last) =>
        _text.SpanOf(_sentence[first].First, _sentence[last].First + _sentence[last].Count - _sentence[first].First);
}
