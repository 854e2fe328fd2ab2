using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Realtime.Discussion.Identity;
using Realtime.Server.Hosting;

namespace Realtime.Server.Identity;

/// <summary>Who is calling: a token in the header, or on the hub in the query because a browser's WebSocket has no headers.</summary>
internal static class SignIn
{
    private const string HubPath = "/hubs";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.AddSettings<SigningOptions>("Authentication", options => options.Mistakes());
        var services = builder.Services;
        services.AddSingleton<TokenReader>().AddSingleton<ServerTokens>().AddSingleton<GuestTokens>().AddSingleton<SiteTokens>().AddSingleton<PublishedKeys>();
        services.AddSingleton<SitePeople>().AddSingleton<Profiles>();
        // Not AddAuthentication: it brings data protection along, which leaves key files that nothing here needs.
        services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme).AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NoConfiguredSchemes>();
        new AuthenticationBuilder(services).AddJwtBearer(bearer => bearer.Events = new JwtBearerEvents { OnMessageReceived = ReadTokenAsync });
        services.AddAuthorization();
    }

    /// <summary>
    /// Checks the token. A bad one is refused everywhere, also where none is needed: its owner believes to be signed in. From here on the caller is at the
    /// site that the path names, with the roles they have there.
    /// </summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        var (people, profiles) = (app.Services.GetRequiredService<SitePeople>(), app.Services.GetRequiredService<Profiles>());
        app.Use(async (http, next) =>
        {
            if (await http.HasBadTokenAsync())
            {
                await http.ChallengeAsync();
                return;
            }

            if (SiteId.TryParse(http.GetRouteValue("site") as string, out var site))
            {
                http.User = await people.AtAsync(http.User, site, http.RequestAborted);
                // Not when something is taken away: whoever has themselves erased must not leave their name by that very request.
                if (HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method)) profiles.Note(http.User, site);
            }

            await next(http);
        });
    }

    /// <summary>True when there is a token and it is not valid.</summary>
    public static async Task<bool> HasBadTokenAsync(this HttpContext http) => (await http.AuthenticateAsync()).Failure is not null;

    private static async Task ReadTokenAsync(MessageReceivedContext context)
    {
        var http = context.HttpContext;
        if (TokenIn(http.Request) is not { } token)
        {
            context.NoResult();
            return;
        }

        SiteId? site = SiteId.TryParse(NamedSite(http), out var named) ? named : null;
        context.Principal = await http.RequestServices.GetRequiredService<TokenReader>().ReadAsync(token, site, http.RequestAborted);
        if (context.Principal is null) context.Fail("The token is not valid here, or no longer.");
        else context.Success();
    }

    private static string? TokenIn(HttpRequest request)
    {
        if (IsHub(request) && request.Query["access_token"] is [{ Length: > 0 } inQuery]) return inQuery;
        return AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header.Scheme.Equals(JwtBearerDefaults.AuthenticationScheme, StringComparison.OrdinalIgnoreCase) ? header.Parameter ?? "" : null;
    }

    private static string? NamedSite(HttpContext http) => IsHub(http.Request) ? http.Request.Query["site"] : http.GetRouteValue("site") as string;

    private static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments(HubPath, StringComparison.Ordinal);

    /// <summary>The bearer handler asks for schemes in configuration; here there is one, and it is made above.</summary>
    private sealed class NoConfiguredSchemes : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
