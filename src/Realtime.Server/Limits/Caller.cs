using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace Realtime.Server.Limits;

/// <summary>Whose budget a request is charged to.</summary>
/// <param name="Network">The address; of IPv6 the /64, because a single household has all of that.</param>
/// <param name="Writer">The person who writes; null when nobody does.</param>
internal readonly record struct Caller(string Network, string? Writer)
{
    public static Caller Of(HttpContext http)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<ChangesNothing>() is not null;
        var isWrite = !isRead && http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return Of(http.Connection.RemoteIpAddress, isWrite ? http.User : null);
    }

    public static Caller Of(IPAddress? address, ClaimsPrincipal? writer) => new(NetworkOf(address), writer?.FindFirstValue(Identity.Claims.Subject));

    private static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "local";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
