namespace Realtime.Testing.Processes;

/// <summary>A directory of a test's own, gone afterwards.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("realtime-").FullName;

    public long Bytes(string subdirectory) =>
        new DirectoryInfo(System.IO.Path.Combine(Path, subdirectory)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
