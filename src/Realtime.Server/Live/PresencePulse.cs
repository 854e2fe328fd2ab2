using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Realtime.Discussion.Identity;

namespace Realtime.Server.Live;

/// <summary>
/// Tells the readers of a thread how many they are and who is writing. Changes of one interval become one update, so that a crowd that
/// comes or goes costs one message a second; a connection that is busy is passed over.
/// </summary>
internal sealed class PresencePulse(LiveThread thread, ThreadKey key, LiveOptions options, TimeProvider time) : IDisposable
{
    private const int NamesShown = 10;
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Name, DateTimeOffset Until)> _typing = [];
    private ITimer? _timer;
    private bool _disposed;

    public void Changed()
    {
        lock (_lock)
        {
            if (!_disposed) _timer ??= time.CreateTimer(_ => Send(), null, options.PresenceEvery, Timeout.InfiniteTimeSpan);
        }
    }

    public void Typing(string userId, string name)
    {
        lock (_lock)
        {
            var isNews = !_typing.ContainsKey(userId);
            if (isNews && _typing.Count >= 1000) return;
            _typing[userId] = (name, time.GetUtcNow() + TypingLasts);
            if (!isNews) return;
        }

        Changed();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer?.Dispose();
        }
    }

    private void Send()
    {
        var readers = thread.Readers;
        var presence = Now(readers.Count);
        var message = new SerializedHubMessage(new InvocationMessage(nameof(IDiscussionClient.Presence), [presence]));
        foreach (var reader in readers) reader.OfferEphemeral(message);
        if (presence.Typing.Count > 0) Changed();
    }

    private ThreadPresence Now(int readers)
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            var now = time.GetUtcNow();
            foreach (var (user, _) in _typing.Where(entry => entry.Value.Until <= now).ToList()) _typing.Remove(user);
            var names = _typing.Values.Select(entry => entry.Name).Order(StringComparer.Ordinal).Take(NamesShown);
            return new ThreadPresence { Site = key.Site.Value, Article = key.Article.Value, Readers = readers, Typing = [.. names] };
        }
    }
}
