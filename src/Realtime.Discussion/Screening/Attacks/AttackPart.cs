namespace Realtime.Discussion.Screening.Attacks;

/// <summary>What a word does in a sentence that may attack somebody.</summary>
internal enum AttackPart
{
    /// <summary>A word that the lexicon does not know: what it stands between has nothing to do with each other.</summary>
    Plain,

    /// <summary>The addressee.</summary>
    You,

    /// <summary>"like you", "es" behind an insult: makes the word before it about the addressee.</summary>
    YouBehind,

    /// <summary>The addressee as one of a kind: "people like you".</summary>
    YourKind,

    /// <summary>The writer.</summary>
    Self,

    /// <summary>Calls, says, thinks: what follows may be somebody else's opinion.</summary>
    Report,

    Negation,

    /// <summary>"don't be", "stop being".</summary>
    Admonish,

    /// <summary>Joins an addressee and an insult without changing what is said: are, such, a, really.</summary>
    Glue,

    Insult,

    /// <summary>Hostile of a kind of people, harmless otherwise: enemy, problem.</summary>
    Hostile,

    /// <summary>An attack as an imperative: needs no addressee, yet must stand where an imperative stands.</summary>
    Command,

    /// <summary>An attack by itself.</summary>
    Phrase,
}
