using System.Net;
using System.Security.Claims;
using Realtime.Discussion.Identity;
using Realtime.Server.Identity;
using Realtime.Server.Secrets;

namespace Realtime.Server.Limits;

/// <summary>Whose budget a request is charged to.</summary>
/// <param name="Network">The address's keyed hash.</param>
/// <param name="Writer">The person who writes; null when nobody does.</param>
internal readonly record struct Caller(string Network, string? Writer)
{
    public static Caller Of(HttpContext http, AddressHashes addresses)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<ChangesNothing>() is not null;
        var isWrite = !isRead && http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return Of(http.Connection.RemoteIpAddress, isWrite ? http.User : null, addresses);
    }

    public static Caller Of(IPAddress? address, ClaimsPrincipal? writer, AddressHashes addresses)
    {
        var network = addresses.Of(address);
        return new(network, WriterOf(writer, network));
    }

    /// <summary>A person of one site's sign-on is not the one of another's who has the same id. Guests are as many as they like, so their address writes.</summary>
    private static string? WriterOf(ClaimsPrincipal? writer, string network)
    {
        if (!UserId.TryParse(writer?.FindFirstValue(Claims.Subject), out var user)) return null;
        return $"{writer?.FindFirstValue(Claims.Bound)}/{(user.IsGuest ? network : user.Value)}";
    }
}
