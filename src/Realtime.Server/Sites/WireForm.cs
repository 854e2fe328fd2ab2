using System.Text.Json;

namespace Realtime.Server.Sites;

/// <summary>Reads what publishers send, and remembers every mistake: a document is refused as a whole, with all that is wrong with it.</summary>
internal sealed class WireForm
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>One of the enum's values by its name on the wire; the usual one when none is given.</summary>
    public T Named<T>(string path, string? name, T usual)
        where T : struct, Enum
    {
        if (name is null) return usual;
        foreach (var value in Enum.GetValues<T>())
            if (NameOf(value) == name) return value;
        _mistakes.Add($"{path} must be one of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}.");
        return usual;
    }

    /// <summary>The value, or a mistake and the other one.</summary>
    public T Given<T>(string path, T? value, T otherwise)
        where T : struct
    {
        if (value is null) _mistakes.Add($"{path} must be given.");
        return value ?? otherwise;
    }

    /// <inheritdoc cref="Given{T}(string,T?,T)"/>
    public T Given<T>(string path, T? value, T otherwise)
        where T : class
    {
        if (value is null) _mistakes.Add($"{path} must be given.");
        return value ?? otherwise;
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static TimeSpan? Seconds(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;

    public static int? Seconds(TimeSpan? time) => (int?)time?.TotalSeconds;
}
