using System.Globalization;

namespace Realtime.Redis.Stores;

/// <summary>
/// The embedded store's directory: readable by its owner only, and held by one process at a time. Within it one directory is in force, named by the file <c>current</c>; as long as
/// there is no such file, the directory itself. Whatever else lies there is of a copy that was cut off, or that has been replaced.
/// </summary>
internal sealed class StoreDirectory : IDisposable
{
    private const string LockName = "lock", PointerName = "current", CopyPrefix = "copy-";

    /// <summary>Versions from before there were copies look for a directory of this name, and would begin with an empty store; a file of that name they take for a broken one, and stop.</summary>
    private const string StopName = "AOF";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _lock;

    private StoreDirectory(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>Where the files of the store are that is in force.</summary>
    public string Current => Pointed is { } name ? System.IO.Path.Combine(Path, name) : Path;

    private string Pointer => System.IO.Path.Combine(Path, PointerName);

    private string? Pointed => File.Exists(Pointer) ? File.ReadAllText(Pointer).Trim() : null;

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
            var opened = new StoreDirectory(path, Hold(path));
            opened.RequireCurrent();
            opened.RemoveOthers();
            return opened;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StoreStartException($"The directory {directory} cannot be written to; set Store:Directory to one that can. {e.Message}", e);
        }
    }

    /// <summary>An empty directory beside the one in force.</summary>
    public string NewCopy()
    {
        var last = Pointed is { } name ? int.Parse(name.AsSpan(CopyPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var copy = System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{CopyPrefix}{last + 1}"));
        if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
        Create(copy);
        return copy;
    }

    /// <summary>From now on this copy is in force. It is so, or it is not, whenever the machine dies.</summary>
    public void PointTo(string copy)
    {
        var fresh = Pointer + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(System.IO.Path.GetFileName(copy)));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, Pointer, overwrite: true);
    }

    /// <summary>Deletes what is not in force.</summary>
    public void RemoveOthers()
    {
        var kept = Pointed;
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().ToList())
        {
            if (entry.Name is LockName or PointerName || entry.Name == kept || entry is FileInfo { Name: StopName }) continue;
            // Files of the time before there were copies are in force until there is one.
            if (kept is null && !entry.Name.StartsWith(CopyPrefix, StringComparison.Ordinal)) continue;
            if (entry is DirectoryInfo directory) directory.Delete(recursive: true);
            else entry.Delete();
        }

        if (kept is not null) File.WriteAllText(System.IO.Path.Combine(Path, StopName), $"The store's files are in {kept}.\n");
    }

    public void Dispose() => _lock.Dispose();

    private void RequireCurrent()
    {
        if (Directory.Exists(Current)) return;
        _lock.Dispose();
        throw new StoreStartException($"The store's directory {Current}, which {Pointer} names, is missing; restore it from a backup, or move {Path} away to start with an empty one.");
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>The system lets go of the lock when the process ends, however it ends: a leftover file locks nobody out.</summary>
    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, LockName);
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
