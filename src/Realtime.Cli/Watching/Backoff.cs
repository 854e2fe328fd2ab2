namespace Realtime.Cli.Watching;

/// <summary>
/// How long to wait before the next attempt: twice as long each time up to a ceiling, less a random part of up to half, so that a server's clients do
/// not return as one.
/// </summary>
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
