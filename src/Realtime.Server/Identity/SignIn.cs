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
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = Rules(signing);
            bearer.Events = new JwtBearerEvents { OnMessageReceived = TakeFromQuery, OnTokenValidated = CheckPerson };
        });
        builder.Services.AddAuthorization();
    }

    /// <summary>Checks the token. A bad one is refused everywhere, also where none is needed: its owner believes to be signed in.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((http, next) => http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure is null
            ? next(http)
            : http.ChallengeAsync());
    }

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
        return Task.CompletedTask;
    }
}
