using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Realtime.Server.Tests.Screening;

/// <summary>A request as the other server received it.</summary>
internal sealed record Received(string Body, HeaderDictionary Headers);

/// <summary>Another server, on a free port of this machine, that answers as the test wants.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public List<Received> Requests { get; } = [];

    public static async Task<OtherServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new OtherServer(builder.Build());
        server._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            lock (server.Requests) server.Requests.Add(new Received(body, new HeaderDictionary(new Dictionary<string, StringValues>(context.Request.Headers, StringComparer.OrdinalIgnoreCase))));
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public static Task<OtherServer> SayingAsync(string json, int status = 200) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(json);
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
