namespace Realtime.Redis.Stores;

/// <summary>The embedded store's directory: readable by its owner only, and held by one process at a time.</summary>
internal sealed class StoreDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _lock;

    private StoreDirectory(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <exception cref="StoreStartException">It cannot be written to, or another process holds it.</exception>
    public static StoreDirectory Open(string directory)
    {
        // Not the directory itself: that may be an operator's own, with rights that are not ours to change.
        var path = System.IO.Path.Combine(directory, "store");
        try
        {
            Create(directory);
            Create(path);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, OwnerOnly);
            return new StoreDirectory(path, Hold(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StoreStartException($"The directory {directory} cannot be written to; set Store:Directory to one that can. {e.Message}", e);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>The system lets go of the lock when the process ends, however it ends: a leftover file locks nobody out.</summary>
    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, "lock");
        if (!File.Exists(file)) File.WriteAllText(file, "");
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreStartException($"The store in {path} is open in another process; stop that one, or set Store:Directory to another directory.", e);
        }
    }
}
