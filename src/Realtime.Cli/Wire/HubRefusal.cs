using System.Text.Json;

namespace Realtime.Cli.Wire;

/// <summary>Why the hub refused a call. SignalR carries text only, so the refusal stands as a JSON object somewhere in the error's message.</summary>
internal sealed record HubRefusal(string Code, string Title)
{
    /// <summary>Refusals that waiting does not cure.</summary>
    private static readonly HashSet<string> Final =
        ["site_invalid", "article_invalid", "article_unknown", "not_allowed", "sign_in_required", "request_malformed"];

    public bool IsFinal => Final.Contains(Code);

    /// <summary>The position handed in is not one of this server: begin afresh.</summary>
    public bool IsPosition => Code == "position_invalid";

    public static HubRefusal? Read(string message)
    {
        var start = message.IndexOf('{', StringComparison.Ordinal);
        if (start < 0) return null;
        try
        {
            var refusal = JsonSerializer.Deserialize<HubRefusal>(message.AsSpan(start), JsonSerializerOptions.Web);
            return refusal?.Code is null ? null : refusal;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
