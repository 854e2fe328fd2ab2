using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Realtime.Discussion.Identity;

namespace Realtime.Server.Live.People;

/// <summary>What a note is about. Of each subject only the newest is worth telling.</summary>
internal readonly record struct Subject(string Message, SiteId Site);

/// <summary>
/// What a connection is told beside the frames of its threads. One note is written at a time; while the connection takes it, the next of each subject waits and
/// gives way to a newer one, so that a connection which takes nothing costs no more than that.
/// </summary>
internal sealed class ConnectionNotes(HubConnectionContext connection)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<Subject, Func<SerializedHubMessage?>> _waiting = [];
    private bool _writing;

    public static SerializedHubMessage Message(string method, object argument) => new(new InvocationMessage(method, [argument]));

    /// <param name="subject">What it is about.</param>
    /// <param name="compose">Makes the note once it can be written; null when there is nothing to tell any more.</param>
    public void Offer(Subject subject, Func<SerializedHubMessage?> compose)
    {
        lock (_lock)
        {
            _waiting[subject] = compose;
            if (_writing) return;
            _writing = true;
        }

        _ = WriteAsync();
    }

    private async Task WriteAsync()
    {
        try
        {
            while (Next() is { } compose)
                if (compose() is { } message)
                    await connection.WriteAsync(message);
        }
        catch (Exception)
        {
            // It has missed something: only a fresh connection is sure to be told all.
            connection.Abort();
        }
    }

    private Func<SerializedHubMessage?>? Next()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _writing = false;
                return null;
            }

            var (_, first) = _waiting.GetAt(0);
            _waiting.RemoveAt(0);
            return first;
        }
    }
}
