using System.Globalization;
using System.Runtime.CompilerServices;
using Realtime.Discussion.Audit;
using Realtime.Discussion.Identity;
using Realtime.Discussion.Journal;
using Realtime.Discussion.Threads;
using Realtime.Server.Refusals;

namespace Realtime.Server.Audit;

/// <summary>Reads a thread's past from its journal, a slice at a time. It costs the journal's length and holds up neither the writer nor readers.</summary>
internal sealed class ThreadAudit(IJournal journal)
{
    private const int Slice = 4096, MaxEvents = 500, UsualEvents = 100;

    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public async Task<Answer<ThreadThen>> ThenAsync(ThreadKey thread, AuditQuery query, CancellationToken cancellation)
    {
        if (query.Page.Read(out var sort, out var cursor, out var limit) is { } wrong) return wrong;
        var epoch = (await journal.ReadAsync(thread.Journal, 0, 1, cancellation)).Epoch;
        var moment = Moment(query.At!, epoch);
        if (moment.Value is not { } asked) return moment.Refusal!;
        var past = new PastThread(asked.Moment);
        await foreach (var @event in EventsAsync(thread, cancellation)) past.Take(@event);
        if (asked.Moment.Sequence > past.Sequence) return RefusalCode.PositionInvalid;
        if (!past.Existed) return RefusalCode.ArticleUnknown;
        var (numbers, next, words) = past.Page(sort, cursor, limit);
        var entries = await journal.ReadAtAsync(thread.Journal, words, cancellation);
        var read = words.Zip(entries).ToDictionary(pair => pair.First, pair => ThreadEventCodec.Decode(pair.Second.GetValueOrDefault().Span));
        return ThreadThen.Of(past.Render(epoch, (numbers, next), read.GetValueOrDefault), asked.Moment.Time ?? past.LastAt);
    }

    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public async Task<Answer<AuditEvents>> TrailAsync(ThreadKey thread, AuditQuery query, CancellationToken cancellation)
    {
        if (!TryTime(query.From, out var from) || !TryTime(query.To, out var to)) return RefusalCode.TimeInvalid;
        if (query.Limit is < 1 or > MaxEvents) return RefusalCode.RequestMalformed;
        if (!TryCursor(query.Cursor, out var after)) return RefusalCode.CursorInvalid;
        var (trail, told, limit) = (new AuditTrail(), new List<AuditEvent>(), query.Limit ?? UsualEvents);
        await foreach (var @event in EventsAsync(thread, cancellation))
        {
            if (trail.Take(@event) is not { } one || one.Sequence <= after || @event.At < from || @event.At > to) continue;
            if (told.Count == limit) return new AuditEvents { Events = told, Next = told[^1].Sequence.ToString(CultureInfo.InvariantCulture) };
            told.Add(one);
        }

        return new AuditEvents { Events = told };
    }

    private async IAsyncEnumerable<ThreadEvent> EventsAsync(ThreadKey thread, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long after = 0; ;)
        {
            var slice = await journal.ReadAsync(thread.Journal, after, Slice, cancellation);
            foreach (var entry in slice.Entries) yield return ThreadEventCodec.Decode(entry.Span);
            if (slice.Entries.Count < Slice) yield break;
            after = slice.Through;
        }
    }

    /// <summary>A position of an earlier life of the journal says nothing: entries may have been lost in between.</summary>
    private static Answer<Asked> Moment(string at, long epoch)
    {
        if (ThreadPosition.TryParse(at, out var position))
            return position.Epoch == epoch ? new Asked(PastMoment.After(position.Sequence)) : RefusalCode.PositionInvalid;
        return TryTime(at, out var time) && time is { } moment ? new Asked(PastMoment.At(moment)) : RefusalCode.TimeInvalid;
    }

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : null;
        return time is not null || string.IsNullOrEmpty(text);
    }

    private static bool TryCursor(string? text, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    private sealed record Asked(PastMoment Moment);
}
