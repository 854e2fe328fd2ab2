using Microsoft.AspNetCore.Hosting.Server;

namespace Realtime.Server.Hosting;

/// <summary>What somebody who has just started the server reads: where it is, and the lines that bring the first comment to life.</summary>
internal static class Welcome
{
    public static void SayWelcome(this WebApplication app)
    {
        var url = app.Services.GetRequiredService<IServer>().ForClients();
        Console.WriteLine($"Realtime listens on {url} ({app.Environment.EnvironmentName}). Ctrl+C stops it.");
        if (app.Environment.IsDevelopment()) Console.WriteLine(FirstSteps(url));
    }

    private static string FirstSteps(string url) => $$"""

        An article with its discussion, live, to be read and written in as several people:
          {{url}}/

        The API, to read and to try:
          {{url}}/scalar

        Watch a thread, and post to it from another terminal:
          dotnet run --project src/Realtime.Cli -- watch demo first --url {{url}}
          curl --json '{"clientCommentId":"'$(date +%s)'","body":"Hello, **world**!"}' -H "Authorization: Bearer $(curl -s --json '{"userId":"ada","name":"Ada"}' {{url}}/api/v1/dev/token | cut -d '"' -f 4)" {{url}}/api/v1/sites/demo/articles/first/comments

        """;
}
