using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Realtime.Discussion.Identity;
using Realtime.Grains.Feeds;

namespace Realtime.Server.Live;

/// <summary>
/// Tells the readers of a thread how many they are and who is writing, on all hosts together, and the other hosts who is here. Changes of one interval become
/// one update, so that a crowd that comes or goes costs one message a second; a connection that is busy is passed over.
/// </summary>
internal sealed class PresencePulse(LiveThread thread, LiveOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<UserId, (Author Person, DateTimeOffset Until)> _typing = [];
    private ITimer? _timer;
    private long _sentAt;
    private bool _disposed;

    public void Changed()
    {
        lock (_lock)
        {
            if (!_disposed) _timer ??= time.CreateTimer(_ => Send(), null, Wait(), Timeout.InfiniteTimeSpan);
        }
    }

    public void Typing(Author person)
    {
        lock (_lock)
        {
            var isNews = !_typing.ContainsKey(person.Id);
            if (isNews && _typing.Count >= 1000) return;
            _typing[person.Id] = (person, time.GetUtcNow() + TypingLasts);
            if (!isNews) return;
        }

        Changed();
    }

    /// <summary>The person is not announced any more.</summary>
    public void Hush(UserId person)
    {
        lock (_lock)
        {
            if (!_typing.Remove(person)) return;
        }

        Changed();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer?.Dispose();
            thread.Replica.Attend(Attendance.Nobody);
        }
    }

    /// <summary>After a quiet time only as long as it takes somebody new to be ready for it.</summary>
    private TimeSpan Wait()
    {
        var rest = options.PresenceEvery - time.GetElapsedTime(_sentAt);
        return rest > options.PresenceEvery / 4 ? rest : options.PresenceEvery / 4;
    }

    private void Send()
    {
        var readers = thread.Readers;
        if (Report(readers.Count) is not { } here) return;
        var presence = Together(here, thread.Replica.Elsewhere);
        var message = new SerializedHubMessage(new InvocationMessage(nameof(IDiscussionClient.Presence), [presence]));
        foreach (var reader in readers) reader.OfferEphemeral(message);
        if (here.Typing.Length > 0) Changed();
    }

    /// <summary>Tells the other hosts; null when nobody is to be told any more.</summary>
    private Attendance? Report(int readers)
    {
        lock (_lock)
        {
            if (_disposed) return null;
            _timer?.Dispose();
            (_timer, _sentAt) = (null, time.GetTimestamp());
            var now = time.GetUtcNow();
            foreach (var (user, _) in _typing.Where(entry => entry.Value.Until <= now).ToList()) _typing.Remove(user);
            var here = Attendance.Sum([new Attendance(readers, [.. _typing.Values.Select(entry => entry.Person)])]);
            thread.Replica.Attend(here);
            return here;
        }
    }

    private ThreadPresence Together(Attendance here, Attendance elsewhere)
    {
        var all = Attendance.Sum([here, elsewhere]);
        var key = thread.Replica.Key;
        return new ThreadPresence { Site = key.Site.Value, Article = key.Article.Value, Readers = all.Readers, Typing = [.. all.Typing.Select(person => person.Name)] };
    }
}
