namespace Realtime.Server.Hosting;

/// <summary>Where the server finds its settings and keeps its data when no other place is configured.</summary>
internal static class ServerHome
{
    private const string Settings = "appsettings.json";

    /// <summary>The working directory, as usual; but a program started from elsewhere finds the settings that lie beside it.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = File.Exists(Settings) ? null : AppContext.BaseDirectory,
    };
}
