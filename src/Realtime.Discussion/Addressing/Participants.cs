using System.Collections.Immutable;
using Realtime.Discussion.Identity;

namespace Realtime.Discussion.Addressing;

/// <summary>
/// Who has taken part in a discussion, by their names. Immutable; adding somebody costs the length of their name, finding somebody does not depend on
/// how many there are.
/// </summary>
public sealed class Participants
{
    private const int ShortestWord = 2;

    /// <summary>Of a name that has been cut down to its first word: an initial would mean too many.</summary>
    private const int ShortestFirstName = 3;

    private readonly ImmutableDictionary<string, ImmutableList<Named>> _byFirstSound;
    private readonly ImmutableHashSet<Author> _known;

    private Participants(ImmutableDictionary<string, ImmutableList<Named>> byFirstSound, ImmutableHashSet<Author> known) =>
        (_byFirstSound, _known) = (byFirstSound, known);

    public static Participants None { get; } = new(ImmutableDictionary<string, ImmutableList<Named>>.Empty, []);

    /// <summary>Everybody under every name they have written by.</summary>
    public static Participants Of(IEnumerable<Author> authors)
    {
        var (byFirstSound, known) = (None._byFirstSound.ToBuilder(), None._known.ToBuilder());
        foreach (var author in authors)
            if (known.Add(author))
                Add(byFirstSound, author);
        return new Participants(byFirstSound.ToImmutable(), known.ToImmutable());
    }

    public Participants With(Author author)
    {
        if (_known.Contains(author)) return this;
        var byFirstSound = _byFirstSound.ToBuilder();
        Add(byFirstSound, author);
        return new Participants(byFirstSound.ToImmutable(), _known.Add(author));
    }

    /// <summary>
    /// Whom the words from <paramref name="first"/> on name, and with how many words: the longest name there is, or else the first word of somebody's longer name.
    /// Null when they name nobody, or more than one: nobody can tell then who is meant.
    /// </summary>
    /// <param name="words">The words, in the text's order.</param>
    /// <param name="first">Where the name would begin.</param>
    /// <param name="isJoined">Whether a word and the one before it can be of one name.</param>
    /// <param name="by">Who writes: they do not mean themselves.</param>
    internal (Named Who, int Words)? Find(IReadOnlyList<NameWord> words, int first, Func<int, bool> isJoined, UserId by)
    {
        Named? found = null;
        var (longest, isAmbiguous) = (0, false);
        foreach (var named in Beginning(words[first]).Where(named => named.Author.Id != by))
        {
            var length = LengthIn(named, words, first, isJoined);
            if (length is not { } rank || found is not null && rank < longest) continue;
            isAmbiguous = found is not null && rank == longest && (isAmbiguous || found.Author.Id != named.Author.Id);
            (longest, found) = (rank, named);
        }

        return found is null || isAmbiguous ? null : (found, Math.Max(longest, 1));
    }

    private IEnumerable<Named> Beginning(NameWord word) =>
        word.Sounds.SelectMany(sound => _byFirstSound.GetValueOrDefault(sound, [])).Distinct();

    /// <summary>How many words are this whole name; 0 when they are only its first one, null when not even that.</summary>
    private static int? LengthIn(Named named, IReadOnlyList<NameWord> words, int first, Func<int, bool> isJoined)
    {
        var count = 1;
        while (count < named.Words.Count && first + count < words.Count && isJoined(first + count) && named.Words[count].SoundsLike(words[first + count])) count++;
        if (count == named.Words.Count) return count;
        return named.Words[0].Span.Length >= ShortestFirstName ? 0 : null;
    }

    private static void Add(ImmutableDictionary<string, ImmutableList<Named>>.Builder byFirstSound, Author author)
    {
        var words = NameWords.In(author.Name.Replace('@', ' '));
        if (words.Count == 0 || words.Sum(word => word.Span.Length) < ShortestWord) return;
        var named = new Named(author, words);
        foreach (var sound in words[0].Sounds) byFirstSound[sound] = byFirstSound.GetValueOrDefault(sound, []).Add(named);
    }
}

/// <summary>A participant under one of their names.</summary>
internal sealed record Named(Author Author, IReadOnlyList<NameWord> Words);
