using System.Text.Json;
using Realtime.Faults.Histories;

namespace Realtime.Faults.Clients;

/// <summary>Reads the parts of the public contract that the checker needs.</summary>
internal static class Wire
{
    public static SeenComment Comment(JsonElement comment, string? change = null) => new(
        comment.GetProperty("number").GetInt32(), Operations.In(Text(comment, "html")), comment.GetProperty("revision").GetInt32(), Text(comment, "status")!, change);

    public static List<SeenComment> Comments(JsonElement page) => [.. page.GetProperty("comments").EnumerateArray().Select(comment => Comment(comment))];

    /// <summary>Changes that bring a comment; reactions and the like are in the range all the same.</summary>
    public static List<SeenComment> Changed(JsonElement changes) =>
    [
        .. changes.GetProperty("changes").EnumerateArray()
            .Where(change => change.TryGetProperty("comment", out var comment) && comment.ValueKind == JsonValueKind.Object)
            .Select(change => Comment(change.GetProperty("comment"), Text(change, "type"))),
    ];

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
