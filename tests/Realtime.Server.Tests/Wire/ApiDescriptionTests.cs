using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Realtime.Server.Tests.Servers;
using Xunit;

namespace Realtime.Server.Tests.Wire;

public class ApiDescriptionTests(DevelopmentServer development, ProductionServer production)
{
    [Fact]
    public async Task Every_route_of_the_API_is_described_with_a_summary_and_its_refusals()
    {
        var paths = await PathsAsync(development.Server);
        var routes = development.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(routes);
        foreach (var route in routes)
        {
            var method = Assert.Single(route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods);
            var operation = paths.GetProperty(route.RoutePattern.RawText!.TrimEnd('/')).GetProperty(method.ToLowerInvariant());
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), response => response.Name[0] == '2');
            Assert.Contains("rate_limited", operation.GetProperty("responses").GetProperty("429").GetProperty("description").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Posting_is_described_with_every_code_it_may_be_refused_with()
    {
        var post = (await PathsAsync(production.Server)).GetProperty("/api/v1/sites/{site}/articles/{article}/comments").GetProperty("post");

        Assert.Contains("thread_closed", post.GetProperty("responses").GetProperty("409").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("sign_in_required", post.GetProperty("responses").GetProperty("401").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(post.GetProperty("responses").TryGetProperty("201", out _));
        Assert.Equal("Bearer", Assert.Single(post.GetProperty("security")[0].EnumerateObject()).Name);
    }

    [Fact]
    public async Task Parameters_and_answers_are_described_as_they_are_on_the_wire()
    {
        var paths = await PathsAsync(production.Server);
        var page = paths.GetProperty("/api/v1/sites/{site}/articles/{article}/comments").GetProperty("get");
        var changes = paths.GetProperty("/api/v1/sites/{site}/articles/{article}/changes").GetProperty("get");

        Assert.Equal(["site", "article", "sort", "cursor", "limit", "context", "under"], page.GetProperty("parameters").EnumerateArray().Select(it => it.GetProperty("name").GetString()));
        Assert.EndsWith("/ThreadChanges", changes.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
            .GetProperty("schema").GetProperty("$ref").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_try_it_is_there_in_Development_only()
    {
        using var page = await development.Server.Anybody.GetAsync("/scalar");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await production.Server.Anybody.GetAsync("/scalar").IsRefusedAsync(404, "not_found");
    }

    private static async Task<JsonElement> PathsAsync(RunningServer server) => (await server.Anybody.GetAsync("/openapi/v1.json").JsonAsync()).GetProperty("paths");
}
