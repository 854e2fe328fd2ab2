namespace Realtime.Cli.Watching;

/// <summary>What to watch, and where.</summary>
internal sealed record WatchRequest
{
    public required Uri Server { get; init; }

    public required string Site { get; init; }

    public required string Article { get; init; }

    public string? Token { get; init; }

    /// <summary>Give up when the first attempt does not connect.</summary>
    public bool Once { get; init; }

    public Uri Hub => new($"{Server.AbsoluteUri.TrimEnd('/')}/hubs/discussion");
}
