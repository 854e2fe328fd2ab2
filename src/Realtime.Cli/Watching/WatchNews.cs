using Realtime.Cli.Wire;

namespace Realtime.Cli.Watching;

/// <summary>What a watch tells, in order.</summary>
internal abstract record WatchNews;

/// <summary>The server has answered: what follows is live.</summary>
internal sealed record Connected : WatchNews;

/// <summary>The connection is lost or was never made.</summary>
/// <param name="Reason">A sentence for people.</param>
/// <param name="RetryAfter">When the next attempt is made.</param>
internal sealed record Disconnected(string Reason, TimeSpan RetryAfter) : WatchNews;

/// <summary>The thread as it is now; what was told before no longer counts.</summary>
internal sealed record ThreadOpened(ThreadPage Page) : WatchNews;

/// <summary>What happened next, without a gap to what was told before.</summary>
internal sealed record ThreadMoved(ThreadChanges Changes) : WatchNews;
