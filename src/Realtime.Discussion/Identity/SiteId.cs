using System.Text.RegularExpressions;

namespace Realtime.Discussion.Identity;

/// <summary>A publisher's publication, e.g. <c>gazette</c>: 1 to 64 letters, digits, <c>. _ ~ -</c>, beginning with a letter or digit.</summary>
[GenerateSerializer, Immutable, Alias("site-id")]
public readonly partial record struct SiteId([property: Id(0)] string Value)
{
    public static bool TryParse(string? text, out SiteId site)
    {
        site = text is not null && Pattern().IsMatch(text) ? new SiteId(text) : default;
        return site.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._~-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
