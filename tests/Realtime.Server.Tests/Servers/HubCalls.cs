using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Xunit;

namespace Realtime.Server.Tests.Servers;

internal static class HubCalls
{
    /// <summary>The call must be refused with this code; returns what else the hub says.</summary>
    public static async Task<JsonElement> IsRefusedAsync(this Task call, string code)
    {
        var refused = await Assert.ThrowsAsync<HubException>(() => call);
        var said = JsonDocument.Parse(refused.Message[refused.Message.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        Assert.Equal(code, said.GetProperty("code").GetString());
        return said;
    }
}
