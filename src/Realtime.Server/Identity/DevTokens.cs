using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Threads;
using Realtime.Server.Bodies;
using Realtime.Server.Refusals;
using Realtime.Server.Wire;

namespace Realtime.Server.Identity;

/// <summary>Tokens for anybody who asks, in place of a publisher's sign-on. The route exists in Development only.</summary>
internal static class DevTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static void MapDevTokens(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapPost("/api/v1/dev/token", Issue)
            .WithTags("Development")
            .WithName("IssueToken")
            .WithSummary("A token for whoever you say you are. In Development only.")
            .Refuses(RefusalCode.RequestMalformed);
    }

    private static Results<Ok<IssuedToken>, Refused> Issue(TokenRequest request, IOptions<SigningOptions> signing, TimeProvider time)
    {
        var roles = request.Roles ?? [];
        if (!UserId.TryParse(request.UserId, out var user) || DisplayName.Clean(request.Name) is not { } name || !roles.All(Claims.IsRole))
            return Refused.Because(RefusalCode.RequestMalformed);
        return TypedResults.Ok(new IssuedToken(Sign(user, name, roles.OfType<string>(), signing.Value, time.GetUtcNow().UtcDateTime)));
    }

    private static string Sign(UserId user, string name, IEnumerable<string> roles, SigningOptions signing, DateTime now)
    {
        var claims = roles.Select(role => new Claim(Claims.Roles, role)).Append(new(Claims.Subject, user.Value)).Append(new(Claims.Name, name));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(signing.Keys().First()), SecurityAlgorithms.HmacSha256),
        });
    }
}

internal sealed record TokenRequest
{
    public string? UserId { get; init; }

    public string? Name { get; init; }

    /// <summary>Any of <c>staff</c>, <c>moderator</c>, <c>publisher</c>, <c>admin</c>.</summary>
    public IReadOnlyList<string?>? Roles { get; init; }
}

internal sealed record IssuedToken(string Token);
