namespace Realtime.Server.Tests.Deploy;

/// <summary>The files an operator takes: <c>deploy/</c> of the repository that this test was built in.</summary>
internal static class DeployFolder
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.GetFullPath(Path.Combine([Root, "deploy", .. parts]));

    public static string Kubernetes(string folder) => PathOf("kubernetes", folder);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Realtime.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Realtime.sln"));
}
