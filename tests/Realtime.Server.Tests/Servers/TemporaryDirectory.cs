namespace Realtime.Server.Tests.Servers;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("realtime-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
