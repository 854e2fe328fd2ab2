namespace Realtime.Discussion.Queue;

/// <summary>Why a comment waits for a moderator. On the wire by its name in small letters.</summary>
public enum QueueState
{
    /// <summary>Readers do not see it until it is approved.</summary>
    Pending = 0,

    /// <summary>Readers see it, and some have reported it.</summary>
    Reported = 1,

    /// <summary>Its author does not accept that it was rejected.</summary>
    Appealed = 2,

    /// <summary>Readers see it, in a revision that no moderator has looked at.</summary>
    New = 3,
}

/// <summary>What is looked at before what; within one rank, who has waited longest comes first.</summary>
public enum QueueRank
{
    /// <summary>A notice of illegal content: the law wants it answered without delay.</summary>
    Illegal = 0,

    /// <summary>Held for what it says: word lists, attacks, a classifier.</summary>
    Suspect = 1,

    /// <summary>Many readers have reported it, and go on seeing it.</summary>
    ManyReports = 2,

    /// <summary>Held for who says it or where: most of these are good, and their authors wait.</summary>
    Pending = 3,

    Appealed = 4,
    Reported = 5,
    New = 6,
}
