namespace Realtime.Cli.Watching;

/// <summary>How long to wait before the next attempt: doubling up to a ceiling, and a random half of it, so that a server's clients do not return as one.</summary>
internal sealed class Backoff(Random random)
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(15);

    private TimeSpan _next = First;

    public TimeSpan Next()
    {
        var wait = _next * (0.5 + random.NextDouble() / 2);
        _next = _next * 2 < Ceiling ? _next * 2 : Ceiling;
        return wait;
    }

    public void Succeeded() => _next = First;
}
