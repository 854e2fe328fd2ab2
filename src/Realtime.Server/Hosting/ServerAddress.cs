using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Realtime.Server.Hosting;

/// <summary>Where the server listens.</summary>
internal static class ServerAddress
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>
    /// Listens on <see cref="Default"/> unless configuration of any kind says otherwise. A default in appsettings or as a lowest configuration source
    /// would not do: any value of <c>urls</c> beats <c>HTTP_PORTS</c>, wherever it comes from.
    /// </summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        foreach (var url in settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? []) Check(url);
        string[] others = ["urls", "http_ports", "https_ports"];
        var isChosen = others.Any(key => !string.IsNullOrEmpty(settings[key])) || settings.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!isChosen) builder.WebHost.UseUrls(Default);
    }

    /// <summary>An address that a client on this machine can use, once the server listens.</summary>
    public static string ForClients(this IServer server)
    {
        var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Default;
        var url = BindingAddress.Parse(first);
        var isAny = url.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return isAny ? $"{url.Scheme}://127.0.0.1:{url.Port}" : first.TrimEnd('/');
    }

    private static void Check(string url)
    {
        try
        {
            BindingAddress.Parse(url.Trim());
        }
        catch (FormatException e)
        {
            throw new FailedStartException($"'{url}' is not an address to listen on: urls must look like {Default}.", e);
        }
    }
}
