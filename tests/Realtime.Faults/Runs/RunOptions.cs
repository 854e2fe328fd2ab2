namespace Realtime.Faults.Runs;

/// <summary>What the command line says.</summary>
internal sealed record RunOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Path of the server under test.</summary>
    public required string Server { get; init; }

    /// <summary>Path of a server of the version before, for mixed clusters.</summary>
    public string? Previous { get; init; }

    /// <summary>How often the fault strikes; the fault's own number when left out.</summary>
    public int? Rounds { get; init; }

    /// <summary>Fewer rounds, readers and seconds: for every commit.</summary>
    public bool Quick { get; init; }

    /// <summary>Keeps the recorded history also when nothing is wrong with it.</summary>
    public bool Keep { get; init; }

    /// <summary>The server that was built with this runner, in the same configuration.</summary>
    public static string BuiltServer()
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(mine.Parent!.Parent!.FullName, "Realtime.Server", mine.Name, "Realtime.Server.dll");
    }
}
