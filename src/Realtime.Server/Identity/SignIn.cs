using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Realtime.Server.Hosting;

namespace Realtime.Server.Identity;

/// <summary>Who is calling: a token in the header, or on the hub in the query because a browser's WebSocket has no headers.</summary>
internal static class SignIn
{
    private const string HubPath = "/hubs";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var signing = builder.AddSettings<SigningOptions>("Authentication", options => options.Mistakes());
        // Not AddAuthentication: it brings data protection along, which leaves key files that nothing here needs.
        builder.Services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme).AddWebEncoders();
        builder.Services.AddSingleton<IAuthenticationConfigurationProvider, NoConfiguredSchemes>();
        new AuthenticationBuilder(builder.Services).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.SaveToken = false;
            bearer.TokenValidationParameters = Rules(signing);
            bearer.Events = new JwtBearerEvents { OnMessageReceived = TakeFromQuery, OnTokenValidated = CheckPerson };
        });
        builder.Services.AddAuthorization();
    }

    /// <summary>Checks the token. A bad one is refused everywhere, also where none is needed: its owner believes to be signed in.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            if (await http.HasBadTokenAsync()) await http.ChallengeAsync();
            else await next(http);
        });
    }

    /// <summary>True when there is a token and it is not valid.</summary>
    public static async Task<bool> HasBadTokenAsync(this HttpContext http) => (await http.AuthenticateAsync()).Failure is not null;

    /// <summary>Issuer and audience are not looked at: whoever holds the secret is the publisher's sign-on.</summary>
    private static TokenValidationParameters Rules(SigningOptions signing) => new()
    {
        IssuerSigningKeys = signing.Keys().Select(key => new SymmetricSecurityKey(key)),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ClockSkew = signing.ClockSkew,
        ValidateIssuer = false,
        ValidateAudience = false,
        NameClaimType = Claims.Name,
        RoleClaimType = Claims.Roles,
    };

    private static Task TakeFromQuery(MessageReceivedContext context)
    {
        if (context.Request.Path.StartsWithSegments(HubPath, StringComparison.Ordinal) && context.Request.Query["access_token"] is [{ Length: > 0 } token])
            context.Token = token;
        return Task.CompletedTask;
    }

    private static Task CheckPerson(TokenValidatedContext context)
    {
        if (context.Principal?.AsActor() is null) context.Fail("The token names nobody: it needs a valid sub and name.");
        else context.Principal = context.Principal.OnlyWhatIsAsked();
        return Task.CompletedTask;
    }

    /// <summary>The bearer handler asks for schemes in configuration; here there is one, and it is made above.</summary>
    private sealed class NoConfiguredSchemes : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
