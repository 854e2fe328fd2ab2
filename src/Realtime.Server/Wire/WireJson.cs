using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Realtime.Server.Wire;

/// <summary>How JSON looks on the wire, over HTTP and on the hub alike: camel case, what is absent left out, numbers as numbers only.</summary>
internal static class WireJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        // Every script and the HTML in comments go out as they are, at half the bytes or less. It is safe because answers are served as JSON with
        // nosniff; who puts them into a page's script block must escape them there.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
