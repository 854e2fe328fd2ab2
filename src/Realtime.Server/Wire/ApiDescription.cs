using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;
using Scalar.AspNetCore;

namespace Realtime.Server.Wire;

/// <summary>The API described by itself: <c>/openapi/v1.json</c>, and in Development a page to try it.</summary>
internal static class ApiDescription
{
    private const string Bearer = "Bearer";

    private static readonly Dictionary<string, string> PathParameters = new()
    {
        ["site"] = "The publication, e.g. gazette.",
        ["article"] = "The publisher's own id of the article.",
        ["number"] = "The comment's number in the thread.",
        ["kind"] = "The kind of reaction, e.g. like.",
        ["userId"] = "The person's id in the sign-on.",
    };

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(DescribeParameters);
        options.AddOperationTransformer(DescribeSignIn);
        options.AddOperationTransformer(DescribeRefusalsAsync);
    });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi().DisableRateLimiting();
        if (!app.Environment.IsDevelopment()) return;
        app.MapScalarApiReference(page => page.WithTitle("Realtime").DisableDefaultFonts().DisableAgent().DisableTelemetry());
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Realtime",
            Version = "v1",
            Description = "Discussions for publishers: one thread under every article. Refusals are problem details (RFC 9457); programs go by their code.",
        };
        document.Servers?.Clear();
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Of the server's sign-on: HS256, with the claims sub, name, roles and exp. Of the site's own: as its settings say.",
        });
        return Task.CompletedTask;
    }

    /// <summary>The comments in the source describe the groups that parameters are bound in, and not always the right ones.</summary>
    private static Task DescribeParameters(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (operation.RequestBody is { } body) body.Description = null;
        foreach (var parameter in operation.Parameters ?? [])
            if (parameter.In == ParameterLocation.Path && PathParameters.TryGetValue(parameter.Name ?? "", out var description)) parameter.Description = description;
        return Task.CompletedTask;
    }

    private static Task DescribeSignIn(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    private static async Task DescribeRefusalsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var entries = metadata.OfType<RefusalMetadata>().SelectMany(refusals => refusals.Entries).Append(RefusalTable.Of(RefusalCode.RateLimited));
        if (metadata.OfType<IAuthorizeData>().Any()) entries = entries.Append(RefusalTable.Of(RefusalCode.SignInRequired));
        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation);
        context.Document!.AddComponent(nameof(Problem), schema);
        foreach (var status in entries.Append(RefusalTable.TokenInvalid).Distinct().GroupBy(entry => entry.Status))
            (operation.Responses ??= []).TryAdd($"{status.Key}", Describe(status, context.Document));
    }

    private static OpenApiResponse Describe(IEnumerable<RefusalEntry> entries, OpenApiDocument document) => new()
    {
        Description = string.Join('\n', entries.Select(entry => $"* `{entry.Code}`: {entry.Title}")),
        Content = new Dictionary<string, OpenApiMediaType> { [Refused.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(Problem), document) } },
    };
}
