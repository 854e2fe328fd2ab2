namespace Realtime.Cli.Watching;

/// <summary>Trying again would not help. The message is a sentence for people.</summary>
internal sealed class WatchFailedException(string message, Exception? inner = null) : Exception(message, inner);
