namespace Realtime.Browser.Tests.Browsers;

/// <summary>Where the sources are that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>A file of the embed's project, its packages included.</summary>
    public static string Web(params string[] path) => Path.Combine([Root, "src", "Realtime.Web", .. path]);

    private static string Above(string directory) =>
        File.Exists(Path.Combine(directory, "Realtime.sln")) ? directory
        : Above(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests do not lie in the repository."));
}
