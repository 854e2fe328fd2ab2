namespace Realtime.Discussion.Addressing;

/// <summary>
/// Names by how they sound: people write one name in several ways when they spell it in another alphabet (Khachatur, Xachatur, Խաչատուր; Yelena,
/// Elena; Sergey, Sergei). Only for finding whom somebody means among those present, where two who come out alike are told apart by nobody.
/// </summary>
internal static class Respelling
{
    private static readonly (string Written, string Sound)[] Pairs =
    [
        ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("ch", "ch"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"),
        ("tz", "ts"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("c", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"),
    ];

    public static string Of(string skeleton)
    {
        var sound = new System.Text.StringBuilder(skeleton.Length);
        for (var at = 0; at < skeleton.Length;)
        {
            var (written, spoken) = PairAt(skeleton, at);
            foreach (var letter in spoken)
                if (letter != 'i' || sound.Length == 0 || sound[^1] != 'i')
                    sound.Append(letter);
            at += written.Length;
        }

        return sound.Length > 2 && sound[0] == 'i' && sound[1] == 'e' ? sound.ToString(1, sound.Length - 1) : sound.ToString();
    }

    /// <summary>An x that begins a name is an Armenian kh; elsewhere it is a ks.</summary>
    private static (string Written, string Sound) PairAt(string skeleton, int at)
    {
        if (at == 0 && skeleton[0] == 'x') return ("x", "h");
        foreach (var pair in Pairs)
            if (string.CompareOrdinal(skeleton, at, pair.Written, 0, pair.Written.Length) == 0)
                return pair;
        return (skeleton[at].ToString(), skeleton[at].ToString());
    }
}
