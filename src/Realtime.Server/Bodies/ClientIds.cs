namespace Realtime.Server.Bodies;

/// <summary>A client's own id of a comment or an edit.</summary>
internal static class ClientIds
{
    private const int MaxLength = 64;

    /// <summary>1 to 64 visible ASCII characters, no spaces.</summary>
    public static bool IsValid(string? id) => id is { Length: >= 1 and <= MaxLength } && !id.AsSpan().ContainsAnyExceptInRange('!', '~');
}
