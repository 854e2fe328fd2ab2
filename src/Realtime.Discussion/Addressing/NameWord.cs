using Realtime.Discussion.Screening;

namespace Realtime.Discussion.Addressing;

/// <summary>A word that may be (part of) a name, with every way in which it can be heard.</summary>
/// <param name="Skeletons">Its letters in Latin: read by sound, then by shape where the two differ.</param>
/// <param name="Sounds">What it may sound like; Armenian both in the Eastern and in the Western way.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record NameWord(string[] Skeletons, string[] Sounds, TextSpan Span)
{
    public bool SoundsLike(NameWord other)
    {
        foreach (var sound in Sounds)
            if (Array.IndexOf(other.Sounds, sound) >= 0)
                return true;
        return false;
    }
}
