using System.Text;

namespace Realtime.Discussion.Addressing;

/// <summary>
/// Keys for telling whether two names could be taken for each other: case, spaces, marks, diacritics, look-alike letters, digits for letters and the
/// alphabet do not matter. Stricter than a person's eye on purpose: a guest who chooses such a name can choose another.
/// </summary>
public static class FoldedNames
{
    /// <summary>The key of a name: the same for Armanen, ARMANEN, Armanėn, Arm@nen, Arrnanen, Арманен and Արմանեն.</summary>
    public static string Of(string name) => KeyOf(name, word => word.Skeletons[0]);

    /// <summary>
    /// All keys of a name. Letters of another alphabet that pass for Latin ones can be read as either (Сора is Sora, and looks like Copa): two names
    /// whose keys meet anywhere could be taken for each other.
    /// </summary>
    public static IReadOnlySet<string> AllOf(string name) => new HashSet<string>
    {
        Of(name), KeyOf(name, word => word.Skeletons[^1]), Of(name.Replace('@', ' ')),
    };

    private static string KeyOf(string name, Func<NameWord, string> skeleton)
    {
        var letters = string.Concat(NameWords.In(name).Select(skeleton));
        var key = letters.Replace('l', 'i').Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);
        return key.Length > 0 ? key : name.Normalize(NormalizationForm.FormKC).Trim();
    }
}
